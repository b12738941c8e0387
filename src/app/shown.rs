//! The screen that is shown, and the way messages reach it. One line a screen.

use crate::screen::{
    Action, Ctx, Draft, Screen, alone, check_in, commitments, door, guide, help, jar, journal,
    library, pillars, reflection, settings, setup, steps, together, trouble, weekly,
};
use crate::ui::Element;
use chrono::{DateTime, FixedOffset};
use iced::Task;

macro_rules! screens {
    ($($Name:ident: $module:ident),* $(,)?) => {
        /// The one screen that is shown.
        #[allow(clippy::large_enum_variant)]
        pub enum Shown {
            $($Name($module::State),)*
        }

        /// A message of one screen. One that arrives after its screen is gone is dropped.
        #[derive(Debug, Clone)]
        pub enum Message {
            $($Name($module::Message),)*
        }

        /// What a screen alone can ask for.
        #[derive(Debug)]
        pub enum Intent {
            $($Name(<$module::State as Screen>::Intent),)*
        }

        impl std::fmt::Debug for Shown {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $(Self::$Name(_) => f.write_str(stringify!($Name)),)*
                }
            }
        }

        impl Shown {
            pub fn update(&mut self, message: Message, ctx: &Ctx<'_>) -> Action<Message, Intent> {
                match (self, message) {
                    $((Self::$Name(screen), Message::$Name(message)) => {
                        lift(screen.update(message, ctx), Message::$Name, Intent::$Name)
                    })*
                    _ => Action::None,
                }
            }

            pub fn view<'a>(&'a self, ctx: &Ctx<'a>) -> Element<'a, Message> {
                match self {
                    $(Self::$Name(screen) => screen.view(ctx).map(Message::$Name),)*
                }
            }

            pub fn dialog<'a>(&'a self, ctx: &Ctx<'a>) -> Option<Element<'a, Message>> {
                match self {
                    $(Self::$Name(screen) => screen.dialog(ctx).map(|dialog| dialog.map(Message::$Name)),)*
                }
            }

            pub fn drafts(&self) -> Vec<Draft> {
                match self {
                    $(Self::$Name(screen) => screen.drafts(),)*
                }
            }

            pub fn escape(&self) -> Option<Message> {
                match self {
                    $(Self::$Name(screen) => screen.escape().map(Message::$Name),)*
                }
            }

            pub fn find(&self) -> Option<Message> {
                match self {
                    $(Self::$Name(screen) => screen.find().map(Message::$Name),)*
                }
            }

            pub fn opened(&mut self, ctx: &Ctx<'_>) -> Task<Message> {
                match self {
                    $(Self::$Name(screen) => screen.opened(ctx).map(Message::$Name),)*
                }
            }

            pub fn here_until(&self, ctx: &Ctx<'_>) -> Option<DateTime<FixedOffset>> {
                match self {
                    $(Self::$Name(screen) => screen.here_until(ctx),)*
                }
            }

            pub fn saved(&self) -> Option<Message> {
                match self {
                    $(Self::$Name(screen) => screen.saved().map(Message::$Name),)*
                }
            }

            pub fn not_saved(&self) -> Option<Message> {
                match self {
                    $(Self::$Name(screen) => screen.not_saved().map(Message::$Name),)*
                }
            }
        }
    };
}

screens! {
    Trouble: trouble,
    Door: door,
    Setup: setup,
    Together: together,
    Alone: alone,
    Steps: steps,
    Guide: guide,
    CheckIn: check_in,
    Commitments: commitments,
    Jar: jar,
    Weekly: weekly,
    Journal: journal,
    Library: library,
    Pillars: pillars,
    Reflection: reflection,
    Settings: settings,
    Help: help,
}

fn lift<M: Send + 'static, I>(
    action: Action<M, I>,
    message: fn(M) -> Message,
    intent: fn(I) -> Intent,
) -> Action<Message, Intent> {
    match action {
        Action::None => Action::None,
        Action::Run(task) => Action::Run(Task::map(task, message)),
        Action::Save(entries) => Action::Save(entries),
        Action::Go(place) => Action::Go(place),
        Action::LeaveQuickly => Action::LeaveQuickly,
        Action::Ask(asked) => Action::Ask(intent(asked)),
    }
}
