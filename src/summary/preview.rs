//! Shows the page before it is printed, from the very bytes that will be: what is seen is what prints.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// One page as opaque pixels, row by row from the top left, four bytes each.
#[derive(Clone, PartialEq, Eq)]
pub struct Raster {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

impl std::fmt::Debug for Raster {
    /// Not the pixels: they show what someone wrote.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Raster({}×{})", self.width, self.height)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the page could not be drawn for the preview")]
pub struct NotShown;

/// The widest side, in pixels, that is ever drawn.
const MOST: f32 = 8000.0;

/// Draws every page; `scale` 1 is one pixel to a CSS pixel (96 to the inch), 2 for a screen of double density.
pub fn rasterise(pdf: &[u8], scale: f32) -> Result<Vec<Raster>, NotShown> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|_| NotShown)?;
    let cache = RenderCache::new();
    let interpreter = InterpreterSettings::default();
    pdf.pages()
        .iter()
        .map(|page| {
            let (width, height) = page.render_dimensions();
            let scale = scale * 96.0 / 72.0;
            let scale = scale.clamp(0.05, (MOST / width.max(height)).max(0.05));
            let pixels = render(
                page,
                &cache,
                &interpreter,
                &RenderSettings::default(),
                &PixmapSettings {
                    x_scale: scale,
                    y_scale: scale,
                    bg_color: WHITE,
                },
            );
            // The paper is opaque, so premultiplied and plain colours are the same.
            Ok(Raster {
                width: u32::from(pixels.width()),
                height: u32::from(pixels.height()),
                rgba: pixels.data_as_u8_slice().to_vec(),
            })
        })
        .collect()
}
