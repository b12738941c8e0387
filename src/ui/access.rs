//! How a control is known to the keyboard and to a screen reader.
//!
//! Every control passes through [`access`], which gives it a role, a name, a state, focus with a visible ring, and keys.
//! The widget tree then answers three kinds of walk: [`nav`] moves the focus, [`collect`] describes what is there, and
//! [`nav::press`] presses a control on behalf of something that is not a pointer.

mod arrows;
pub mod collect;
pub mod keyed;
pub mod nav;
mod one_stop;
pub(super) mod pass_on;
mod widget;

pub use arrows::{Arrows, arrows};
pub use collect::{Collector, Node, Snapshot};
pub use keyed::{Keyed, keyed};
pub use one_stop::one_stop;
pub use widget::{Access, Ring, access};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    #[default]
    Group,
    Button,
    CheckBox,
    Switch,
    RadioButton,
    RadioGroup,
    Slider,
    Tab,
    TabList,
    ListBox,
    ListOption,
    TextInput,
    PasswordInput,
    MultilineTextInput,
    Heading,
    Image,
    Label,
    Status,
    List,
    ListItem,
    Dialog,
    ScrollView,
    Link,
}

impl Role {
    /// The accessible name is the text inside, unless one was given.
    #[must_use]
    pub const fn named_by_content(self) -> bool {
        matches!(
            self,
            Self::Button
                | Self::CheckBox
                | Self::Switch
                | Self::RadioButton
                | Self::Tab
                | Self::ListOption
                | Self::Heading
                | Self::Link
                | Self::Status
        )
    }

    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(
            self,
            Self::TextInput | Self::PasswordInput | Self::MultilineTextInput
        )
    }
}

/// Whether a change of the text inside is spoken, and how soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Live {
    Polite,
    Assertive,
}

/// What something other than the pointer asks of a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    Press,
    /// One step up (positive) or down.
    Step(i32),
}

/// What a control reports of itself to an operation, through `Operation::custom`.
#[derive(Clone, PartialEq, Default)]
pub struct Info {
    /// Stable as long as the control stays in the tree.
    pub node: u64,
    pub role: Role,
    pub name: Option<String>,
    pub description: Option<String>,
    /// What a field holds; never set for a passphrase.
    pub value: Option<String>,
    /// The level of a heading, 1 to 6.
    pub level: Option<u8>,
    pub toggled: Option<bool>,
    pub selected: Option<bool>,
    pub expanded: Option<bool>,
    pub disabled: bool,
    pub invalid: bool,
    pub live: Option<Live>,
    /// Focus stays inside while this is in the tree.
    pub modal: bool,
    /// Filled in by [`nav::press`]; the control takes it when `custom` returns.
    pub request: Option<Request>,
}

/// Names and values can hold what a person wrote, so they are not printed.
impl std::fmt::Debug for Info {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Info")
            .field("node", &self.node)
            .field("role", &self.role)
            .field("named", &self.name.is_some())
            .field("disabled", &self.disabled)
            .finish_non_exhaustive()
    }
}
