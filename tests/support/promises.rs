//! What every page promises those who read it, as rules over what is on it: names, order, nothing cut off.

use goldseam::ui::access::{Node, Role, Snapshot};
use iced::Rectangle;
use std::collections::BTreeSet;

/// How far two controls may stand out of line and still be in one row.
const TOLERANCE: f32 = 12.0;

/// A finger that trembles still finds this (WCAG 2.2, 2.5.8).
const SMALLEST: f32 = 24.0;

/// All that a page promises, if Tab goes round in the order in which its controls are told.
pub fn broken(page: &Snapshot) -> Vec<String> {
    let order: Vec<u64> = page.focusables().map(|node| node.id).collect();
    let mut faults = nameless(page);
    faults.extend(out_of_order(page, &order));
    faults.extend(standing_out(page));
    faults.extend(squeezed(page));
    if order.is_empty() {
        faults.push("there is nothing to press".to_owned());
    }
    faults
}

pub fn named(node: &Node) -> String {
    node.info
        .name
        .clone()
        .unwrap_or_else(|| format!("{:?} without a name", node.info.role))
}

/// A control and everything in it.
pub fn within(snapshot: &Snapshot, root: u64) -> BTreeSet<u64> {
    let mut inside = BTreeSet::from([root]);
    // Children come after their parents.
    for node in &snapshot.nodes {
        if inside.contains(&node.id) {
            inside.extend(&node.children);
        }
    }
    inside
}

/// Every control that the keyboard should come to.
pub fn reachable(snapshot: &Snapshot) -> BTreeSet<u64> {
    let dialog = snapshot.nodes.iter().rev().find(|node| node.info.modal);
    let inside = dialog.map(|dialog| within(snapshot, dialog.id));
    let nodes = snapshot.focusables();
    let nodes = nodes.filter(|node| inside.as_ref().is_none_or(|set| set.contains(&node.id)));
    nodes.map(|node| node.id).collect()
}

pub fn nameless(snapshot: &Snapshot) -> Vec<String> {
    let blank = |node: &&Node| {
        node.info
            .name
            .as_deref()
            .is_none_or(|name| name.trim().is_empty())
    };
    let nodes = snapshot.focusables().filter(blank);
    nodes
        .map(|node| format!("{:?} at {:?} has no name", node.info.role, node.bounds))
        .collect()
}

/// Whether the eye goes on from `a` to `b`: below it, beside it, or at the head of the next column.
pub fn reads_on(a: Rectangle, b: Rectangle) -> bool {
    let beside = b.x >= a.x + a.width - TOLERANCE;
    let below = b.y >= a.y + a.height - TOLERANCE;
    let inside = b.x >= a.x - TOLERANCE && b.y >= a.y - TOLERANCE;
    beside || below || inside
}

/// Where both stand for the eye. What has scrolled out of sight in one part of the page comes before the next part, so it is
/// taken to stand at that part's edge.
pub fn places_of(snapshot: &Snapshot, a: &Node, b: &Node) -> (Rectangle, Rectangle) {
    let scroller = |node: &Node| {
        let around = snapshot.nodes.iter().rev().find(|outer| {
            outer.info.role == Role::ScrollView && within(snapshot, outer.id).contains(&node.id)
        });
        around.map(|outer| (outer.id, outer.bounds))
    };
    let (in_a, in_b) = (scroller(a), scroller(b));
    if in_a.map(|(id, _)| id) == in_b.map(|(id, _)| id) {
        return (a.bounds, b.bounds);
    }
    let shown = |node: &Node, scroller: Option<(u64, Rectangle)>| {
        let mut place = node.bounds;
        if let Some((_, view)) = scroller {
            let lowest = view.y + view.height - place.height;
            place.y = place.y.min(lowest).max(view.y);
        }
        place
    };
    (shown(a, in_a), shown(b, in_b))
}

/// What Tab does wrong, given the page before it and the order in which it went round.
pub fn out_of_order(before: &Snapshot, order: &[u64]) -> Vec<String> {
    let find = |id: u64| before.nodes.iter().find(|node| node.id == id);
    let pairs = order.windows(2);
    let mut faults: Vec<String> = pairs
        .filter_map(|pair| Some((find(pair[0])?, find(pair[1])?)))
        .filter(|(a, b)| {
            let (a, b) = places_of(before, a, b);
            !reads_on(a, b)
        })
        .map(|(a, b)| format!("Tab goes back from {:?} to {:?}", named(a), named(b)))
        .collect();
    let reached: BTreeSet<u64> = order.iter().copied().collect();
    let all = reachable(before);
    let missed = all.difference(&reached).filter_map(|id| find(*id));
    faults.extend(missed.map(|node| format!("Tab never reaches {:?}", named(node))));
    faults
}

/// What is pushed out at a side of what holds it.
pub fn standing_out(snapshot: &Snapshot) -> Vec<String> {
    let mut faults = Vec::new();
    for parent in &snapshot.nodes {
        for child in snapshot
            .nodes
            .iter()
            .filter(|node| parent.children.contains(&node.id))
        {
            let (out, inner) = (parent.bounds, child.bounds);
            let over = (out.x - inner.x).max(inner.x + inner.width - out.x - out.width);
            if inner.width > 0.0 && over > 1.0 {
                let (child, parent) = (named(child), named(parent));
                faults.push(format!("{child:?} stands {over:.0} out of {parent:?}"));
            }
        }
    }
    faults
}

/// What is too small to be pressed.
pub fn squeezed(snapshot: &Snapshot) -> Vec<String> {
    let small = |size: iced::Size| size.width < SMALLEST || size.height < SMALLEST;
    let nodes = snapshot.focusables();
    nodes
        .filter(|node| small(node.bounds.size()))
        .map(|node| format!("{:?} is squeezed: {:?}", named(node), node.bounds))
        .collect()
}

/// What stands where no scrolling brings it into sight.
pub fn out_of_the_window(snapshot: &Snapshot) -> Vec<String> {
    let Some(window) = snapshot.nodes.first() else {
        return Vec::new();
    };
    let scrolled: BTreeSet<u64> = snapshot
        .of(Role::ScrollView)
        .flat_map(|view| within(snapshot, view.id))
        .collect();
    let below = window.bounds.y + window.bounds.height;
    let out = snapshot.focusables().filter(|node| {
        let place = node.bounds;
        !scrolled.contains(&node.id)
            && (place.y < window.bounds.y - 1.0 || place.y + place.height > below + 1.0)
    });
    out.map(|node| format!("{:?} stands out of the window", named(node)))
        .collect()
}
