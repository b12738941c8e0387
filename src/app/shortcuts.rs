//! Keys that mean something anywhere. A pure function over events, for neither the simulator nor the emulator of iced_test
//! delivers a keyboard subscription.

use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::{Event, event, mouse, touch, window};
use std::time::{Duration, Instant};

/// What an event means to the whole app.
#[derive(Debug, Clone, PartialEq)]
pub enum Shortcut {
    Focus {
        forward: bool,
    },
    Escape,
    /// Ctrl+F, or Cmd+F: to the field in which one looks for something.
    Find,
    /// Shift went down, with no other key.
    ShiftPressed,
    ShiftReleased,
    /// Any other sign of life.
    Activity,
    /// What is on the page may have moved: the wheel was turned, or a button let go that may have held a scrollbar.
    Scrolled,
    Resized(iced::Size),
    /// Pixels of the screen to one of the window.
    Rescaled(f32),
    CloseRequested(window::Id),
}

/// What an event means, given whether a widget has used it already.
pub fn meaning(event: &Event, status: event::Status, window: window::Id) -> Option<Shortcut> {
    match event {
        Event::Keyboard(keyboard::Event::KeyPressed {
            key,
            physical_key,
            modifiers,
            repeat,
            ..
        }) => match key {
            Key::Named(Named::Shift) => Some(if *repeat {
                Shortcut::Activity
            } else {
                Shortcut::ShiftPressed
            }),
            Key::Named(Named::Tab)
                if status == event::Status::Ignored
                    && !modifiers.control()
                    && !modifiers.alt()
                    && !modifiers.logo() =>
            {
                Some(Shortcut::Focus {
                    forward: !modifiers.shift(),
                })
            }
            Key::Named(Named::Escape) if status == event::Status::Ignored => Some(Shortcut::Escape),
            Key::Character(_)
                if modifiers.command()
                    && !modifiers.alt()
                    && !modifiers.shift()
                    && key
                        .to_latin(*physical_key)
                        .is_some_and(|c| c.eq_ignore_ascii_case(&'f')) =>
            {
                Some(Shortcut::Find)
            }
            _ => Some(Shortcut::Activity),
        },
        Event::Keyboard(keyboard::Event::KeyReleased {
            key: Key::Named(Named::Shift),
            ..
        }) => Some(Shortcut::ShiftReleased),
        Event::Mouse(mouse::Event::ButtonPressed(_))
        | Event::Touch(touch::Event::FingerPressed { .. }) => Some(Shortcut::Activity),
        Event::Mouse(mouse::Event::WheelScrolled { .. } | mouse::Event::ButtonReleased(_))
        | Event::Touch(touch::Event::FingerLifted { .. }) => Some(Shortcut::Scrolled),
        Event::Window(window::Event::Opened { size, .. } | window::Event::Resized(size)) => {
            Some(Shortcut::Resized(*size))
        }
        Event::Window(window::Event::Rescaled(density)) => Some(Shortcut::Rescaled(*density)),
        Event::Window(window::Event::CloseRequested) => Some(Shortcut::CloseRequested(window)),
        _ => None,
    }
}

/// Counts Shift pressed and let go by itself; Shift that writes a capital letter does not count.
#[derive(Debug, Default)]
pub struct QuickLeave {
    down: bool,
    taps: Vec<Instant>,
}

impl QuickLeave {
    pub const TAPS: usize = 3;
    pub const WITHIN: Duration = Duration::from_secs(5);

    pub fn pressed(&mut self) {
        self.down = true;
    }

    /// Any other key or button: what came before was not meant.
    pub fn interrupted(&mut self) {
        self.down = false;
        self.taps.clear();
    }

    /// True when this was the third tap within five seconds.
    pub fn released(&mut self, now: Instant) -> bool {
        if !std::mem::take(&mut self.down) {
            return false;
        }
        self.forget_old(now);
        self.taps.push(now);
        self.taps.len() >= Self::TAPS
    }

    /// How many taps still count.
    pub fn count(&self) -> usize {
        self.taps.len()
    }

    pub fn forget_old(&mut self, now: Instant) {
        self.taps
            .retain(|tap| now.saturating_duration_since(*tap) < Self::WITHIN);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(key: &str, modifiers: keyboard::Modifiers) -> Option<Shortcut> {
        let key = Key::Character(key.into());
        let event = Event::Keyboard(keyboard::Event::KeyPressed {
            modified_key: key.clone(),
            key,
            physical_key: keyboard::key::Physical::Code(keyboard::key::Code::KeyF),
            location: keyboard::Location::Standard,
            modifiers,
            text: None,
            repeat: false,
        });
        // A field that one writes in may have taken the key as its own.
        meaning(&event, event::Status::Captured, window::Id::unique())
    }

    #[test]
    fn ctrl_and_f_look_for_something_on_every_keyboard_and_f_alone_is_a_letter() {
        use keyboard::Modifiers as M;
        for key in ["f", "F", "ф", "ב"] {
            assert_eq!(pressed(key, M::COMMAND), Some(Shortcut::Find), "{key}");
        }
        for modifiers in [M::empty(), M::SHIFT, M::ALT, M::COMMAND | M::SHIFT] {
            assert_eq!(pressed("f", modifiers), Some(Shortcut::Activity));
        }
    }

    fn tap(leave: &mut QuickLeave, at: Instant) -> bool {
        leave.pressed();
        leave.released(at)
    }

    #[test]
    fn three_taps_within_five_seconds_leave() {
        let (mut leave, start) = (QuickLeave::default(), Instant::now());
        assert!(!tap(&mut leave, start));
        assert!(!tap(&mut leave, start + Duration::from_secs(2)));
        assert_eq!(leave.count(), 2);
        assert!(tap(&mut leave, start + Duration::from_secs(4)));
    }

    #[test]
    fn slow_taps_do_not_leave() {
        let (mut leave, start) = (QuickLeave::default(), Instant::now());
        for seconds in [0, 3, 6, 9, 12] {
            assert!(!tap(&mut leave, start + Duration::from_secs(seconds)));
        }
    }

    #[test]
    fn capital_letters_do_not_leave() {
        let (mut leave, start) = (QuickLeave::default(), Instant::now());
        for _ in 0..5 {
            leave.pressed();
            leave.interrupted();
            assert!(!leave.released(start));
        }
    }
}
