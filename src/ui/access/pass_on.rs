//! What a widget leaves to the widgets in it, said in one line.

use iced::advanced::Layout;
use std::ops::RangeBounds;

/// Inside an `impl Widget`: the methods named here are those of what the widget holds.
///
/// | Written | The widget |
/// |---|---|
/// | `content: …` | is a wrapper: the one element in the field `content` has its layout |
/// | `things[..]: …` | holds several, each with a layout of its own, and all of them are there |
/// | `sides[up]: …` | holds several, of which only the one at `self.up` is seen and used |
///
/// The toolkit asks for each of them by hand, and a wrapper that forgets one loses the keyboard, the overlay or the pointer of
/// what it holds. `size`, `layout` and `overlay` can only be left to one.
macro_rules! pass_on {
    ($content:ident: $($method:ident)*) => { $(pass_on!(@$method [$content]);)* };
    ($things:ident $which:tt: $($method:ident)*) => { $(pass_on!(@$method [$things $which]);)* };

    (@children $held:tt) => {
        fn children(&self) -> Vec<iced::advanced::widget::Tree> {
            let held = pass_on!(@all self $held);
            held.iter().map(iced::advanced::widget::Tree::new).collect()
        }
    };
    (@diff $held:tt) => {
        fn diff(&self, tree: &mut iced::advanced::widget::Tree) {
            tree.diff_children(pass_on!(@all self $held));
        }
    };
    (@size [$content:ident]) => {
        fn size(&self) -> iced::Size<iced::Length> {
            self.$content.as_widget().size()
        }

        fn size_hint(&self) -> iced::Size<iced::Length> {
            self.$content.as_widget().size_hint()
        }
    };
    (@layout [$content:ident]) => {
        fn layout(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            renderer: &$crate::ui::Renderer,
            limits: &iced::advanced::layout::Limits,
        ) -> iced::advanced::layout::Node {
            let content = self.$content.as_widget_mut();
            content.layout(&mut tree.children[0], renderer, limits)
        }
    };
    (@operate [$content:ident]) => {
        fn operate(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            renderer: &$crate::ui::Renderer,
            operation: &mut dyn iced::advanced::widget::Operation,
        ) {
            let content = self.$content.as_widget_mut();
            content.operate(&mut tree.children[0], layout, renderer, operation);
        }
    };
    (@operate $held:tt) => {
        fn operate(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            renderer: &$crate::ui::Renderer,
            operation: &mut dyn iced::advanced::widget::Operation,
        ) {
            operation.traverse(&mut |operation| {
                for ((one, tree), layout) in pass_on!(@each self tree layout $held mut) {
                    let one = one.as_widget_mut();
                    one.operate(tree, layout, renderer, operation);
                }
            });
        }
    };
    (@update $held:tt) => {
        fn update(
            &mut self,
            tree: &mut iced::advanced::widget::Tree,
            event: &iced::Event,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::advanced::mouse::Cursor,
            renderer: &$crate::ui::Renderer,
            clipboard: &mut dyn iced::advanced::Clipboard,
            shell: &mut iced::advanced::Shell<'_, M>,
            viewport: &iced::Rectangle,
        ) {
            for ((one, tree), layout) in pass_on!(@each self tree layout $held mut) {
                let one = one.as_widget_mut();
                one.update(
                    tree, event, layout, cursor, renderer, clipboard, shell, viewport,
                );
            }
        }
    };
    (@draw $held:tt) => {
        fn draw(
            &self,
            tree: &iced::advanced::widget::Tree,
            renderer: &mut $crate::ui::Renderer,
            theme: &$crate::ui::Theme,
            style: &iced::advanced::renderer::Style,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::advanced::mouse::Cursor,
            viewport: &iced::Rectangle,
        ) {
            for ((one, tree), layout) in pass_on!(@each self tree layout $held) {
                let one = one.as_widget();
                one.draw(tree, renderer, theme, style, layout, cursor, viewport);
            }
        }
    };
    (@mouse_interaction $held:tt) => {
        fn mouse_interaction(
            &self,
            tree: &iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::advanced::mouse::Cursor,
            viewport: &iced::Rectangle,
            renderer: &$crate::ui::Renderer,
        ) -> iced::advanced::mouse::Interaction {
            pass_on!(@each self tree layout $held)
                .map(|((one, tree), layout)| {
                    let one = one.as_widget();
                    one.mouse_interaction(tree, layout, cursor, viewport, renderer)
                })
                .max()
                .unwrap_or_default()
        }
    };
    (@overlay [$content:ident]) => {
        fn overlay<'b>(
            &'b mut self,
            tree: &'b mut iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'b>,
            renderer: &$crate::ui::Renderer,
            viewport: &iced::Rectangle,
            translation: iced::Vector,
        ) -> Option<iced::advanced::overlay::Element<'b, M, $crate::ui::Theme, $crate::ui::Renderer>>
        {
            let content = self.$content.as_widget_mut();
            content.overlay(&mut tree.children[0], layout, renderer, viewport, translation)
        }
    };

    (@all $self:ident [$content:ident]) => { std::slice::from_ref(&$self.$content) };
    (@all $self:ident [$things:ident $which:tt]) => { &$self.$things };

    // What is seen, with its state and its layout.
    (@each $self:ident $tree:ident $layout:ident [$content:ident] $($mut:ident)?) => {
        std::iter::once((&$($mut)? $self.$content, &$($mut)? $tree.children[0])).zip([$layout])
    };
    (@each $self:ident $tree:ident $layout:ident [$things:ident [..]] $($mut:ident)?) => {
        $crate::ui::access::pass_on::each(
            &$($mut)? $self.$things, &$($mut)? $tree.children, $layout, ..,
        )
    };
    (@each $self:ident $tree:ident $layout:ident [$things:ident [$up:ident]] $($mut:ident)?) => {{
        let up = $self.$up;
        $crate::ui::access::pass_on::each(
            &$($mut)? $self.$things, &$($mut)? $tree.children, $layout, up..=up,
        )
    }};
}

pub(in crate::ui) use pass_on;

/// `things` in the places `which`, each with its state and its layout.
pub(in crate::ui) fn each<'l, Things: IntoIterator, Trees: IntoIterator>(
    things: Things,
    trees: Trees,
    layout: Layout<'l>,
    which: impl RangeBounds<usize>,
) -> impl Iterator<Item = ((Things::Item, Trees::Item), Layout<'l>)> {
    let all = things.into_iter().zip(trees).zip(layout.children());
    all.enumerate()
        .filter(move |(place, _)| which.contains(place))
        .map(|(_, one)| one)
}
