//! A drawing as pixels: looked at by the tests, and written out for people.

use goldseam::ui::art::Look;
use iced::advanced::mouse;
use iced::advanced::renderer::{Headless, Style};
use iced::{Color, Element, Font, Rectangle, Renderer, Size, Theme};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use std::path::PathBuf;

pub(crate) const LIGHT: Look = Look {
    dark: false,
    high_contrast: false,
};
pub(crate) const DARK: Look = Look {
    dark: true,
    high_contrast: false,
};
pub(crate) const CONTRAST: Look = Look {
    dark: false,
    high_contrast: true,
};
pub(crate) const LOOKS: [(&str, Look); 3] =
    [("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)];

pub(crate) const PAPER: [u8; 3] = [0xF8, 0xF7, 0xF3];

pub(crate) type View = Element<'static, usize, Theme, Renderer>;

pub(crate) struct Picture {
    size: Size<u32>,
    pub(crate) rgba: Vec<u8>,
}

impl Picture {
    pub(crate) fn at(&self, x: u32, y: u32) -> [u8; 3] {
        let i = ((y * self.size.width + x) * 4) as usize;
        [self.rgba[i], self.rgba[i + 1], self.rgba[i + 2]]
    }

    /// How many pixels within `area` are gold: clearly red over green over blue, and not the brown of bare clay.
    pub(crate) fn gold(&self, area: Rectangle) -> usize {
        let rows = area.y as u32..((area.y + area.height) as u32).min(self.size.height);
        let columns = area.x as u32..((area.x + area.width) as u32).min(self.size.width);
        rows.flat_map(|y| columns.clone().map(move |x| (x, y)))
            .filter(|&(x, y)| {
                let [r, g, b] = self.at(x, y).map(i32::from);
                r > 150 && r > g + 15 && g > b + 38
            })
            .count()
    }

    pub(crate) fn ink(&self, ground: [u8; 3]) -> usize {
        self.rgba
            .chunks_exact(4)
            .filter(|p| p[..3] != ground)
            .count()
    }

    pub(crate) fn save(&self, name: &str) {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        std::fs::write(path, png(self.size, &self.rgba)).expect("the picture can be written");
    }
}

fn ground(look: Look) -> Color {
    match (look.high_contrast, look.dark) {
        (true, _) => Color::WHITE,
        (_, true) => Color::from_rgb8(0x17, 0x1D, 0x1C),
        _ => Color::from_rgb8(0xF8, 0xF7, 0xF3),
    }
}

pub(crate) fn headless() -> Renderer {
    iced::futures::executor::block_on(<Renderer as Headless>::new(
        Font::DEFAULT,
        16.into(),
        Some("tiny-skia"),
    ))
    .expect("the software renderer needs no display")
}

pub(crate) fn render(view: impl Into<View>, size: Size, look: Look) -> Picture {
    let view = view.into();
    let mut renderer = headless();
    let mut interface = UserInterface::build(view, size, Cache::default(), &mut renderer);
    let style = Style {
        text_color: Color::BLACK,
    };
    interface.draw(
        &mut renderer,
        &Theme::Light,
        &style,
        mouse::Cursor::Unavailable,
    );
    let size = Size::new(size.width as u32, size.height as u32);
    let rgba = renderer.screenshot(size, 1.0, ground(look));
    Picture { size, rgba }
}

/// An uncompressed PNG: enough to be looked at, and no image crate for it.
fn png(size: Size<u32>, rgba: &[u8]) -> Vec<u8> {
    fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
        out.extend((data.len() as u32).to_be_bytes());
        let start = out.len();
        out.extend(kind);
        out.extend(data);
        let table: Vec<u32> = (0..256)
            .map(|byte| (0..8).fold(byte, |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 * (crc & 1))))
            .collect();
        let crc = out[start..].iter().fold(!0_u32, |crc, &byte| {
            (crc >> 8) ^ table[((crc ^ u32::from(byte)) & 0xFF) as usize]
        });
        out.extend((!crc).to_be_bytes());
    }
    let mut raw = Vec::new();
    for line in rgba.chunks_exact(size.width as usize * 4) {
        raw.push(0);
        raw.extend(line);
    }
    let mut packed = vec![0x78, 0x01];
    let blocks = raw.chunks(65_535).count();
    for (i, block) in raw.chunks(65_535).enumerate() {
        packed.push(u8::from(i + 1 == blocks));
        packed.extend((block.len() as u16).to_le_bytes());
        packed.extend((!(block.len() as u16)).to_le_bytes());
        packed.extend(block);
    }
    let (a, b) = raw.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    packed.extend(((b << 16) | a).to_be_bytes());

    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    header.extend(size.width.to_be_bytes());
    header.extend(size.height.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    chunk(&mut out, b"IHDR", &header);
    chunk(&mut out, b"IDAT", &packed);
    chunk(&mut out, b"IEND", &[]);
    out
}
