//! File systems that misbehave on purpose.

use goldseam::store::files::{Files, Held, NewFile};
use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

/// Passes everything on, and fails from the nth change on, once or for good.
#[derive(Debug)]
pub(crate) struct Faulty {
    inner: Arc<dyn Files>,
    lies: bool,
    left: Arc<AtomicUsize>,
    kind: ErrorKind,
    for_good: bool,
}

impl Faulty {
    pub(crate) fn once(inner: Arc<dyn Files>, after: usize, kind: ErrorKind) -> Self {
        Self {
            inner,
            left: Arc::new(AtomicUsize::new(after)),
            kind,
            for_good: false,
            lies: false,
        }
    }

    /// Reports every write as done and writes something else.
    pub(crate) fn lying(inner: Arc<dyn Files>) -> Self {
        Self {
            lies: true,
            ..Self::once(inner, usize::MAX, ErrorKind::Other)
        }
    }

    pub(crate) fn for_good(inner: Arc<dyn Files>, after: usize, kind: ErrorKind) -> Self {
        Self {
            for_good: true,
            ..Self::once(inner, after, kind)
        }
    }

    fn step(&self) -> io::Result<()> {
        step(&self.left, self.kind, self.for_good)
    }
}

fn step(left: &AtomicUsize, kind: ErrorKind, for_good: bool) -> io::Result<()> {
    match left.load(Ordering::SeqCst) {
        usize::MAX => Ok(()),
        0 => {
            if !for_good {
                left.store(usize::MAX, Ordering::SeqCst);
            }
            Err(kind.into())
        }
        n => {
            left.store(n - 1, Ordering::SeqCst);
            Ok(())
        }
    }
}

struct FaultyFile {
    inner: Box<dyn NewFile>,
    lies: bool,
    left: Arc<AtomicUsize>,
    kind: ErrorKind,
    for_good: bool,
}

impl Write for FaultyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        step(&self.left, self.kind, self.for_good)?;
        if self.lies {
            let inverted: Vec<u8> = bytes.iter().map(|byte| !byte).collect();
            return self.inner.write(&inverted);
        }
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl NewFile for FaultyFile {
    fn sync(&mut self) -> io::Result<()> {
        step(&self.left, self.kind, self.for_good)?;
        self.inner.sync()
    }
}

impl Files for Faulty {
    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        self.inner.create_dir(dir)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.step()?;
        Ok(Box::new(FaultyFile {
            inner: self.inner.create(path)?,
            lies: self.lies,
            left: Arc::clone(&self.left),
            kind: self.kind,
            for_good: self.for_good,
        }))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.inner.read(path)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        self.inner.link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        self.inner.rename(from, to)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.step()?;
        self.inner.sync_dir(dir)
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        self.inner.list(dir)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        self.inner.exists(path)
    }

    fn is_dir(&self, path: &Path) -> bool {
        self.inner.is_dir(path)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        self.inner.remove(path)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        self.step()?;
        self.inner.remove_dir(dir)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Held>> {
        self.inner.lock(path)
    }
}

/// A disk in memory that knows what is durable and what is not yet, and whose power can go.
///
/// What POSIX leaves open is left open here: names that were not synced survive in any combination, and a file
/// that was not synced is empty, half there or whole.
#[derive(Debug, Clone, Default)]
pub(crate) struct Crashing(Arc<Mutex<State>>);

#[derive(Debug, Clone, Default)]
struct State {
    inodes: Vec<Inode>,
    names: BTreeMap<PathBuf, Node>,
    durable: BTreeMap<PathBuf, Node>,
    pending: Vec<(PathBuf, Op)>,
    steps: usize,
    power_goes_at: Option<usize>,
    locked: bool,
}

#[derive(Debug, Clone, Default)]
struct Inode {
    now: Vec<u8>,
    synced: Option<Vec<u8>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Node {
    Dir,
    File(usize),
}

#[derive(Debug, Clone)]
enum Op {
    Set(PathBuf, Node),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf, Node),
}

/// What survives of what was not synced.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Survives {
    /// The process was killed; the system wrote everything out later.
    Everything,
    Nothing,
    /// Some names and some bytes, by this seed.
    Some(u64),
}

impl Crashing {
    /// A copy of the disk as it is, whose power goes at the nth change from now.
    pub(crate) fn fork(&self, power_goes_after: usize) -> Self {
        let mut state = self.state().clone();
        state.steps = 0;
        state.power_goes_at = Some(power_goes_after);
        state.locked = false;
        Self(Arc::new(Mutex::new(state)))
    }

    pub(crate) fn power_is_off(&self) -> bool {
        self.state().is_off()
    }

    /// The disk as the next start finds it.
    pub(crate) fn after(&self, survives: Survives) -> Self {
        let mut state = self.state().clone();
        let mut dice = match survives {
            Survives::Some(seed) => seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            _ => 0,
        };
        let mut roll = |sides: u64| {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            dice % sides
        };
        for (_, op) in std::mem::take(&mut state.pending) {
            let kept = match survives {
                Survives::Everything => true,
                Survives::Nothing => false,
                Survives::Some(_) => roll(2) == 0,
            };
            if kept {
                op.apply(&mut state.durable);
            }
        }
        for inode in &mut state.inodes {
            let lost = inode.synced.clone().unwrap_or_default();
            inode.now = match survives {
                Survives::Everything => inode.now.clone(),
                _ if inode.synced.as_ref() == Some(&inode.now) => inode.now.clone(),
                Survives::Nothing => lost,
                Survives::Some(_) => match roll(3) {
                    0 => lost,
                    1 => inode.now[..inode.now.len() / 2].to_vec(),
                    _ => inode.now.clone(),
                },
            };
            inode.synced = Some(inode.now.clone());
        }
        let found = state.durable.clone();
        state.durable.retain(|path, _| {
            path.ancestors()
                .skip(1)
                .filter(|dir| !dir.as_os_str().is_empty() && *dir != Path::new("/"))
                .all(|dir| found.get(dir) == Some(&Node::Dir))
        });
        state.names = state.durable.clone();
        state.power_goes_at = None;
        state.locked = false;
        Self(Arc::new(Mutex::new(state)))
    }

    /// Every file and what is in it.
    pub(crate) fn all(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let state = self.state();
        let files = state.names.iter().filter_map(|(path, node)| match node {
            Node::File(inode) => Some((path.clone(), state.inodes[*inode].now.clone())),
            Node::Dir => None,
        });
        files.collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }
}

impl State {
    fn is_off(&self) -> bool {
        self.power_goes_at.is_some_and(|at| self.steps > at)
    }

    fn on(&self) -> io::Result<()> {
        match self.is_off() {
            true => Err(ErrorKind::BrokenPipe.into()),
            false => Ok(()),
        }
    }

    fn step(&mut self) -> io::Result<()> {
        if !self.is_off() {
            self.steps += 1;
        }
        self.on()
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        match self.names.get(path) {
            Some(Node::File(inode)) => Ok(*inode),
            Some(Node::Dir) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn change(&mut self, dir: &Path, op: Op) {
        op.apply(&mut self.names);
        self.pending.push((dir.to_owned(), op));
    }
}

impl Op {
    fn apply(&self, names: &mut BTreeMap<PathBuf, Node>) {
        match self {
            Self::Set(path, node) => {
                names.insert(path.clone(), *node);
            }
            Self::Remove(path) => {
                names.remove(path);
            }
            Self::Rename(from, to, node) => {
                let inside: Vec<(PathBuf, Node)> = names
                    .iter()
                    .filter(|(path, _)| path.starts_with(from))
                    .map(|(path, node)| (path.clone(), *node))
                    .collect();
                names.retain(|path, _| !path.starts_with(to));
                for (path, node) in inside {
                    names.remove(&path);
                    if let Ok(rest) = path.strip_prefix(from)
                        && !rest.as_os_str().is_empty()
                    {
                        names.insert(to.join(rest), node);
                    }
                }
                names.insert(to.clone(), *node);
            }
        }
    }
}

struct MemoryFile {
    disk: Crashing,
    inode: usize,
}

impl Write for MemoryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.disk.state();
        let done = state.step();
        let part = if done.is_ok() { bytes.len() } else { 0 };
        state.inodes[self.inode].now.extend(&bytes[..part]);
        done.map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl NewFile for MemoryFile {
    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.disk.state();
        state.step()?;
        let inode = &mut state.inodes[self.inode];
        inode.synced = Some(inode.now.clone());
        Ok(())
    }
}

struct Unlock(Crashing);

impl Drop for Unlock {
    fn drop(&mut self) {
        self.0.state().locked = false;
    }
}

fn dir_of(path: &Path) -> &Path {
    path.parent().unwrap()
}

impl Files for Crashing {
    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.step()?;
        if state.names.contains_key(dir) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        state.change(dir_of(dir), Op::Set(dir.to_owned(), Node::Dir));
        Ok(())
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut state = self.state();
        state.step()?;
        if !state.names.contains_key(dir_of(path)) {
            return Err(ErrorKind::NotFound.into());
        }
        let inode = state.inodes.len();
        state.inodes.push(Inode::default());
        state.change(dir_of(path), Op::Set(path.to_owned(), Node::File(inode)));
        Ok(Box::new(MemoryFile {
            disk: self.clone(),
            inode,
        }))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let state = self.state();
        state.on()?;
        let inode = state.file(path)?;
        Ok(state.inodes[inode].now.clone())
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.step()?;
        let inode = state.file(from)?;
        if state.names.contains_key(to) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        state.change(dir_of(to), Op::Set(to.to_owned(), Node::File(inode)));
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.step()?;
        let node = *state.names.get(from).ok_or(ErrorKind::NotFound)?;
        let inside = |path: &&PathBuf| path.starts_with(to) && path.as_path() != to;
        if node == Node::Dir && state.names.keys().any(|path| inside(&path)) {
            return Err(ErrorKind::DirectoryNotEmpty.into());
        }
        state.change(dir_of(to), Op::Rename(from.to_owned(), to.to_owned(), node));
        Ok(())
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.step()?;
        let pending = std::mem::take(&mut state.pending);
        for (place, op) in pending {
            if place == dir {
                op.apply(&mut state.durable);
            } else {
                state.pending.push((place, op));
            }
        }
        Ok(())
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        let state = self.state();
        state.on()?;
        let inside = state.names.keys().filter(|path| path.parent() == Some(dir));
        Ok(inside
            .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
            .collect())
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        let state = self.state();
        state.on()?;
        Ok(path == Path::new("/") || state.names.contains_key(path))
    }

    fn is_dir(&self, path: &Path) -> bool {
        self.state().names.get(path) == Some(&Node::Dir)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.file(path)?;
        state.step()?;
        state.change(dir_of(path), Op::Remove(path.to_owned()));
        Ok(())
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        let mut state = self.state();
        if !state.names.contains_key(dir) {
            return Err(ErrorKind::NotFound.into());
        }
        if state.names.keys().any(|path| path.parent() == Some(dir)) {
            return Err(ErrorKind::DirectoryNotEmpty.into());
        }
        state.step()?;
        state.change(dir_of(dir), Op::Remove(dir.to_owned()));
        Ok(())
    }

    fn lock(&self, _: &Path) -> io::Result<Option<Held>> {
        let mut state = self.state();
        state.on()?;
        if std::mem::replace(&mut state.locked, true) {
            return Ok(None);
        }
        Ok(Some(Box::new(Unlock(self.clone()))))
    }
}
