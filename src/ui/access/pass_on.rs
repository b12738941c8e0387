//! What a widget around one other leaves to it, said in one line.

/// Inside an `impl Widget`: the methods named here are those of the one widget in the field `$content`.
///
/// The toolkit asks for each of them by hand, and a wrapper that forgets one loses the keyboard, the overlay or the pointer of
/// what it holds.
macro_rules! pass_on {
    ($content:ident: $($method:ident)*) => { $(pass_on!(@$method $content);)* };
    (@children $content:ident) => {
        fn children(&self) -> Vec<iced::advanced::widget::Tree> {
            vec![iced::advanced::widget::Tree::new(&self.$content)]
        }
    };
    (@diff $content:ident) => {
        fn diff(&self, tree: &mut iced::advanced::widget::Tree) {
            tree.diff_children(std::slice::from_ref(&self.$content));
        }
    };
    (@size $content:ident) => {
        fn size(&self) -> iced::Size<iced::Length> {
            self.$content.as_widget().size()
        }

        fn size_hint(&self) -> iced::Size<iced::Length> {
            self.$content.as_widget().size_hint()
        }
    };
    (@layout $content:ident) => {
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
    (@operate $content:ident) => {
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
    (@update $content:ident) => {
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
            let tree = &mut tree.children[0];
            let content = self.$content.as_widget_mut();
            content.update(
                tree, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }
    };
    (@draw $content:ident) => {
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
            let tree = &tree.children[0];
            let content = self.$content.as_widget();
            content.draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
    };
    (@mouse_interaction $content:ident) => {
        fn mouse_interaction(
            &self,
            tree: &iced::advanced::widget::Tree,
            layout: iced::advanced::Layout<'_>,
            cursor: iced::advanced::mouse::Cursor,
            viewport: &iced::Rectangle,
            renderer: &$crate::ui::Renderer,
        ) -> iced::advanced::mouse::Interaction {
            let content = self.$content.as_widget();
            content.mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
        }
    };
    (@overlay $content:ident) => {
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
}

pub(in crate::ui) use pass_on;
