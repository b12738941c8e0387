//! Going on after a file was damaged, and removing what is private for good.

use super::session::Once;
use super::shown::Shown;
use super::{App, Message as AppMessage};
use crate::domain::{Record, RecordId, Room};
use crate::screen::RoomTrouble;
use crate::store::{Fault, LoadedRoom, SaveError};
use iced::Task;
use std::sync::Arc;

#[derive(Debug, Clone)]
pub enum Message {
    Recovered {
        room: Room,
        result: Result<Once<LoadedRoom>, SaveError>,
    },
    Deleted {
        ids: Vec<RecordId>,
        result: Result<(), SaveError>,
    },
}

impl App {
    pub(super) fn mending(&mut self, message: Message) -> Task<AppMessage> {
        match message {
            Message::Recovered {
                room,
                result: Ok(loaded),
            } => {
                let Some(loaded) = loaded.take() else {
                    return Task::none();
                };
                self.recovered(room, loaded)
            }
            Message::Deleted {
                ids,
                result: Ok(()),
            } => {
                if let Some(open) = &mut self.world.open {
                    open.own.retain(|record| !ids.contains(&record.id));
                }
                self.tell(Shown::saved)
            }
            Message::Recovered {
                result: Err(error), ..
            }
            | Message::Deleted {
                result: Err(error), ..
            } => {
                self.failed(&error);
                Task::none()
            }
        }
    }

    /// Goes on with what stands in for the damaged files of every open room.
    pub(super) fn go_on_with_copy(&mut self) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        let Some(open) = &self.world.open else {
            return Task::none();
        };
        let keys = [Some(Arc::clone(&open.shared_keys)), open.own_keys.clone()];
        let keys = keys
            .into_iter()
            .flatten()
            .filter(|keys| open.read_only.get(&keys.room()) == Some(&RoomTrouble::Restored));
        Task::batch(keys.map(|keys| {
            let room = keys.room();
            worker.ask(
                move |store| store.accept_recovery(&keys).map(Once::new),
                move |result| AppMessage::Mending(Message::Recovered { room, result }),
            )
        }))
    }

    fn recovered(&mut self, room: Room, loaded: LoadedRoom) -> Task<AppMessage> {
        let Some(open) = &mut self.world.open else {
            return Task::none();
        };
        open.read_only.remove(&room);
        match room {
            Room::Shared => open.shared = loaded.records,
            Room::Private(_) => open.own = loaded.records,
        }
        self.try_again()
    }

    /// Removes private records for good.
    pub(super) fn delete(&mut self, mut ids: Vec<RecordId>) -> Task<AppMessage> {
        let Some(worker) = self.worker().cloned() else {
            return Task::none();
        };
        let Some(open) = &self.world.open else {
            return Task::none();
        };
        let Some(keys) = open.own_keys.clone() else {
            return Task::none();
        };
        // What amended them goes with them.
        let amended = |record: &&Record| record.amends.is_some_and(|of| ids.contains(&of));
        let amending: Vec<RecordId> = open.own.iter().filter(amended).map(|r| r.id).collect();
        ids.extend(amending);
        let gone = ids.clone();
        worker.ask(
            move |store| store.delete(&keys, &gone),
            move |result| AppMessage::Mending(Message::Deleted { ids, result }),
        )
    }
}

/// Why a room that was just loaded takes no writing, if it takes none.
pub(super) fn trouble_of(loaded: &LoadedRoom) -> Option<RoomTrouble> {
    let too_new = loaded
        .problems
        .iter()
        .any(|problem| problem.fault == Fault::TooNew);
    loaded.read_only.then_some(if too_new {
        RoomTrouble::TooNew
    } else {
        RoomTrouble::Restored
    })
}
