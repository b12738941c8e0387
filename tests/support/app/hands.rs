//! What a person does before the window: by keyboard, as everything here can be done.

use super::Sitting;
use goldseam::ui::access::{Node, Role, nav};
use iced::Event;
use iced::keyboard::{self, Key, Modifiers, key, key::Named};

impl Sitting {
    /// Goes to the control and presses it by keyboard.
    #[track_caller]
    pub fn press(&mut self, name: &str) {
        let node = self.find(name);
        self.press_node(&node);
    }

    /// The same, for one of several of this name: the one inside the group or dialog called `group`.
    #[track_caller]
    pub fn press_in(&mut self, group: &str, name: &str) {
        let node = self.find_in(Some(group), name);
        self.press_node(&node);
    }

    fn press_node(&mut self, node: &Node) {
        self.operate(Box::new(nav::focus_node(node.id)));
        let choice = matches!(
            node.info.role,
            Role::CheckBox | Role::Switch | Role::RadioButton
        );
        self.key(if choice { Named::Space } else { Named::Enter });
        self.settle();
    }

    /// Goes to the field and types, after what stands there already.
    #[track_caller]
    pub fn type_into(&mut self, name: &str, text: &str) {
        let node = self.find(name).id;
        self.operate(Box::new(nav::focus_node(node)));
        self.key(Named::End);
        for c in text.chars() {
            match c {
                '\n' => self.key(Named::Enter),
                c => self.key(Key::Character(c.to_string().into())),
            }
        }
        self.settle();
    }

    /// The same, in place of what stands there.
    #[track_caller]
    pub fn fill(&mut self, name: &str, text: &str) {
        let node = self.find(name);
        self.operate(Box::new(nav::focus_node(node.id)));
        // All that stands there is selected first.
        let held = |modifiers| Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers));
        let (a, code) = (Key::Character("a".into()), key::Code::KeyA);
        self.event(held(Modifiers::COMMAND));
        self.event(pressed(a, key::Physical::Code(code), Modifiers::COMMAND));
        self.event(held(Modifiers::empty()));
        self.key(Named::Backspace);
        self.type_into(name, text);
    }

    pub fn key(&mut self, key: impl Into<Key>) {
        self.chord(key, Modifiers::empty());
    }

    pub fn chord(&mut self, key: impl Into<Key>, modifiers: Modifiers) {
        let unknown = key::Physical::Unidentified(key::NativeCode::Unidentified);
        self.event(pressed(key.into(), unknown, modifiers));
    }

    pub fn tab(&mut self) {
        self.key(Named::Tab);
    }

    /// Shift goes down, Tab, Shift comes up, as a hand does it.
    pub fn shift_tab(&mut self) {
        self.shift(true);
        self.chord(Named::Tab, Modifiers::SHIFT);
        self.shift(false);
    }

    /// Shift by itself.
    pub fn tap_shift(&mut self) {
        self.shift(true);
        self.shift(false);
    }

    fn shift(&mut self, down: bool) {
        let key = Key::Named(Named::Shift);
        let location = keyboard::Location::Left;
        let physical_key = key::Physical::Code(key::Code::ShiftLeft);
        self.event(Event::Keyboard(if down {
            keyboard::Event::KeyPressed {
                modified_key: key.clone(),
                key,
                physical_key,
                location,
                modifiers: Modifiers::SHIFT,
                text: None,
                repeat: false,
            }
        } else {
            keyboard::Event::KeyReleased {
                modified_key: key.clone(),
                key,
                physical_key,
                location,
                modifiers: Modifiers::empty(),
            }
        }));
    }
}

pub(super) fn pressed(key: Key, physical_key: key::Physical, modifiers: Modifiers) -> Event {
    let text = match &key {
        Key::Character(c) if !modifiers.command() => Some(c.clone()),
        Key::Named(Named::Space) => Some(" ".into()),
        Key::Named(Named::Tab) => Some("\t".into()),
        Key::Named(Named::Enter) => Some("\r".into()),
        _ => None,
    };
    Event::Keyboard(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key,
        location: keyboard::Location::Standard,
        modifiers,
        text,
        repeat: false,
    })
}
