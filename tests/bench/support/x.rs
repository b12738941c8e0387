//! As much of the X protocol as it takes to start a server of our own, see when something is drawn, and press keys.
#![allow(dead_code, unreachable_pub, missing_debug_implementations)]

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const QUERY_TREE: u8 = 15;
const GET_GEOMETRY: u8 = 14;
const GET_ATTRIBUTES: u8 = 3;
const CONFIGURE: u8 = 12;
const FOCUS: u8 = 42;
const GET_IMAGE: u8 = 73;
const QUERY_EXTENSION: u8 = 98;
const KEY_PRESS: u8 = 2;
const KEY_RELEASE: u8 = 3;
const BUTTON_PRESS: u8 = 4;
const BUTTON_RELEASE: u8 = 5;
const MOTION: u8 = 6;

/// A server without a screen of its own, gone when dropped.
pub struct Server {
    child: Child,
    number: u32,
}

impl Server {
    /// None where `Xvfb` is not installed.
    pub fn start() -> Option<Self> {
        let number = (90..190).find(|n| {
            !socket(*n).exists() && !PathBuf::from(format!("/tmp/.X{n}-lock")).exists()
        })?;
        let child = Command::new("Xvfb")
            .arg(format!(":{number}"))
            .args([
                "-screen",
                "0",
                "2560x1600x24",
                "-ac",
                "-nolisten",
                "tcp",
                "-noreset",
            ])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let server = Self { child, number };
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(10) {
            if Screen::connect(&server).is_ok() {
                return Some(server);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }

    pub fn display(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn socket(number: u32) -> PathBuf {
    PathBuf::from(format!("/tmp/.X11-unix/X{number}"))
}

/// One connection to the server.
pub struct Screen {
    stream: UnixStream,
    root: u32,
    first_id: u32,
    ids: u32,
    xtest: u8,
    damage: u8,
    damage_event: u8,
    /// When something was drawn on what is watched.
    drawn: Vec<Instant>,
}

impl Screen {
    pub fn connect(server: &Server) -> io::Result<Self> {
        let mut stream = UnixStream::connect(socket(server.number))?;
        stream.write_all(&[b'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])?;
        let mut head = [0; 8];
        stream.read_exact(&mut head)?;
        let mut setup = vec![0; usize::from(u16::from_le_bytes([head[6], head[7]])) * 4];
        stream.read_exact(&mut setup)?;
        if head[0] != 1 {
            return Err(io::Error::other("refused"));
        }
        let vendor = usize::from(u16::from_le_bytes([setup[16], setup[17]])).next_multiple_of(4);
        let formats = usize::from(setup[21]) * 8;
        let mut screen = Self {
            root: number(&setup, 32 + vendor + formats),
            first_id: number(&setup, 4),
            stream,
            ids: 0,
            xtest: 0,
            damage: 0,
            damage_event: 0,
            drawn: Vec::new(),
        };
        screen.xtest = screen.extension("XTEST")?.0;
        (screen.damage, screen.damage_event) = screen.extension("DAMAGE")?;
        let version = [1_u32, 1];
        screen.ask(screen.damage, 0, &words(&version))?;
        Ok(screen)
    }

    fn send(&mut self, code: u8, detail: u8, body: &[u8]) -> io::Result<()> {
        let length = u16::try_from(1 + body.len().div_ceil(4)).map_err(io::Error::other)?;
        let mut request = vec![code, detail];
        request.extend(length.to_le_bytes());
        request.extend(body);
        request.resize(usize::from(length) * 4, 0);
        self.stream.write_all(&request)
    }

    fn ask(&mut self, code: u8, detail: u8, body: &[u8]) -> io::Result<Vec<u8>> {
        self.send(code, detail, body)?;
        self.answer()
    }

    fn answer(&mut self) -> io::Result<Vec<u8>> {
        loop {
            let mut answer = vec![0; 32];
            self.stream.read_exact(&mut answer)?;
            match answer[0] {
                0 => return Err(io::Error::other(format!("X error {}", answer[1]))),
                1 => {
                    let more = number(&answer, 4) as usize * 4;
                    answer.resize(32 + more, 0);
                    self.stream.read_exact(&mut answer[32..])?;
                    return Ok(answer);
                }
                event if event & 0x7f == self.damage_event => self.drawn.push(Instant::now()),
                _ => {}
            }
        }
    }

    fn extension(&mut self, name: &str) -> io::Result<(u8, u8)> {
        let length = u16::try_from(name.len()).map_err(io::Error::other)?;
        let mut body = length.to_le_bytes().to_vec();
        body.extend([0, 0]);
        body.extend(name.as_bytes());
        let answer = self.ask(QUERY_EXTENSION, 0, &body)?;
        Ok((answer[9], answer[10]))
    }

    /// The largest window that can be seen.
    pub fn window(&mut self) -> io::Result<Option<u32>> {
        let tree = self.ask(QUERY_TREE, 0, &words(&[self.root]))?;
        let count = usize::from(u16::from_le_bytes([tree[16], tree[17]]));
        let mut largest = (0, None);
        for n in 0..count {
            let window = number(&tree, 32 + n * 4);
            let Ok(about) = self.ask(GET_ATTRIBUTES, 0, &words(&[window])) else {
                continue;
            };
            let visible = about[26] == 2;
            let Ok(place) = self.ask(GET_GEOMETRY, 0, &words(&[window])) else {
                continue;
            };
            let side = |at| u32::from(u16::from_le_bytes([place[at], place[at + 1]]));
            let area = side(16) * side(18);
            if visible && area > largest.0 {
                largest = (area, Some(window));
            }
        }
        Ok(largest.1)
    }

    /// Whether anything but the black of the empty screen stands on this row of it.
    pub fn anything_on_row(&mut self, y: u16, width: u16) -> io::Result<bool> {
        let mut body = words(&[self.root]);
        for side in [0, y, width, 1] {
            body.extend(side.to_le_bytes());
        }
        body.extend(words(&[u32::MAX]));
        let image = self.ask(GET_IMAGE, 2, &body)?;
        Ok(image[32..]
            .chunks_exact(4)
            .any(|pixel| pixel[..3] != [0, 0, 0]))
    }

    pub fn resize(&mut self, window: u32, width: u32, height: u32) -> io::Result<()> {
        // x, y, width, height.
        self.send(CONFIGURE, 0, &words(&[window, 0b1111, 0, 0, width, height]))
    }

    /// There is no window manager to do it.
    pub fn focus(&mut self, window: u32) -> io::Result<()> {
        self.send(FOCUS, 1, &words(&[window, 0]))
    }

    pub fn move_pointer(&mut self, x: u16, y: u16) -> io::Result<()> {
        self.fake(MOTION, 0, x, y)
    }

    pub fn click(&mut self, x: u16, y: u16) -> io::Result<()> {
        self.move_pointer(x, y)?;
        self.fake(BUTTON_PRESS, 1, 0, 0)?;
        self.fake(BUTTON_RELEASE, 1, 0, 0)
    }

    /// By the number of the key on a PC: 23 Tab, 36 Enter, 38 A, 65 Space.
    pub fn key(&mut self, code: u8) -> io::Result<()> {
        self.fake(KEY_PRESS, code, 0, 0)?;
        self.fake(KEY_RELEASE, code, 0, 0)
    }

    fn fake(&mut self, kind: u8, detail: u8, x: u16, y: u16) -> io::Result<()> {
        let mut body = vec![kind, detail, 0, 0];
        body.extend(words(&[0, 0, 0, 0]));
        body.extend(x.to_le_bytes());
        body.extend(y.to_le_bytes());
        body.extend([0; 8]);
        self.send(self.xtest, 2, &body)
    }

    /// From now on each drawing in `window` is noticed.
    pub fn watch(&mut self, window: u32) -> io::Result<()> {
        self.ids += 1;
        let id = self.first_id | self.ids;
        self.send(self.damage, 1, &words(&[id, window, 0]))
    }

    /// When things were drawn since the last call, waiting at most so long for the first and then until it is quiet.
    pub fn drawn(&mut self, wait: Duration, quiet: Duration) -> io::Result<Vec<Instant>> {
        let mut deadline = Instant::now() + wait;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            self.stream.set_read_timeout(Some(left))?;
            let mut event = [0; 32];
            match self.stream.read_exact(&mut event) {
                Ok(()) if event[0] & 0x7f == self.damage_event => {
                    self.drawn.push(Instant::now());
                    deadline = Instant::now() + quiet;
                }
                Ok(()) => {}
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
                    ) =>
                {
                    break;
                }
                Err(error) => return Err(error),
            }
        }
        self.stream.set_read_timeout(None)?;
        Ok(std::mem::take(&mut self.drawn))
    }
}

fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn words(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
}
