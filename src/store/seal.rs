//! Sealing and opening bytes with age, and what every sealed file says about itself.

use super::month::Month;
use crate::domain::Room;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt, x25519};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::fmt;
use std::io::{self, Read, Write};
use std::ops::Deref;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The newest layout this version writes and reads.
pub(super) const SCHEMA: u32 = 1;
pub(super) const FORMAT: &str = "goldseam";

/// Plain text grows in these steps, so that a file's size says little about what was written.
const PAD: usize = 16 * 1024;

/// Plain text, wiped when dropped: in one stroke, for byte after byte takes longer than it took to open.
pub(super) struct Plain(Vec<u8>);

impl Plain {
    fn with_capacity(bytes: usize) -> Self {
        Self(Vec::with_capacity(bytes))
    }

    /// All that was ever reserved: nothing is moved by it.
    fn wipe(&mut self) {
        self.0.clear();
        self.0.resize(self.0.capacity(), 0);
        zeroize::optimization_barrier(self.0.as_slice());
    }
}

impl Drop for Plain {
    fn drop(&mut self) {
        self.wipe();
    }
}

impl Deref for Plain {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

/// Sealing failed for a reason that is not a file's.
#[derive(Debug)]
pub(super) struct NotSealed;

/// Why sealed bytes did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotOpened {
    /// A well-formed passphrase file refused the passphrase. A damaged salt looks the same.
    Refused,
    Damaged,
}

/// The secret word of a room. Whoever does not know it cannot make a file that the room takes as its own.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub(super) struct Seal([u8; 32]);

impl Seal {
    pub(super) fn random() -> Result<Self, NotSealed> {
        random().map(Self)
    }

    /// A name for `text` that only those who know the seal can tell from any other.
    pub(super) fn name_of(&self, text: &str) -> String {
        let mut hash = Sha256::new();
        hash.update(self.0);
        hash.update(text.as_bytes());
        hex(&hash.finalize()[..16])
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal(..)")
    }
}

impl Serialize for Seal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Zeroizing::new(hex(&self.0)))
    }
}

impl<'de> Deserialize<'de> for Seal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Zeroizing::new(String::deserialize(deserializer)?);
        unhex(&text)
            .map(Self)
            .ok_or_else(|| D::Error::custom("not a seal"))
    }
}

/// SHA-256 of a sealed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hash([u8; 32]);

impl Hash {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    pub(super) fn short(&self) -> String {
        hex(&self.0[..4])
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        unhex(&text)
            .map(Self)
            .ok_or_else(|| D::Error::custom("not a hash"))
    }
}

fn hex(bytes: &[u8]) -> String {
    use fmt::Write as _;
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|d| u8::try_from(d).ok())
    };
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

pub(super) fn random<const N: usize>() -> Result<[u8; N], NotSealed> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NotSealed)?;
    Ok(bytes)
}

/// What a sealed file says about itself, checked whenever it is opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) format: String,
    pub(super) kind: What,
    pub(super) schema: u32,
    pub(super) household: String,
    pub(super) room: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) month: Option<Month>,
    /// One more with each write; a file that is put back from before shows by it.
    pub(super) generation: u64,
    /// The generation of the manifest when this was written: a manifest put back from before shows by it.
    #[serde(default)]
    pub(super) manifest: u64,
    pub(super) seal: Seal,
    #[serde(flatten)]
    pub(super) more: Map<String, Value>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum What {
    Segment,
    Manifest,
    Drafts,
    Inbox,
}

/// The folder of a room, made of nothing a person chose.
pub(super) fn folder(room: Room) -> String {
    match room {
        Room::Private(person) => format!("person-{person}"),
        Room::Shared => "shared".to_owned(),
    }
}

/// JSON of a value, padded with the blanks that JSON allows at its end.
pub(super) fn to_plain(value: &impl Serialize) -> Result<Plain, NotSealed> {
    // Counted first, so that the buffer never grows and leaves a copy behind that nobody wipes.
    let mut count = Count(0);
    serde_json::to_writer(&mut count, value).map_err(|_| NotSealed)?;
    let padded = count.0.max(1).div_ceil(PAD) * PAD;
    let mut plain = Plain::with_capacity(padded);
    serde_json::to_writer(&mut plain.0, value).map_err(|_| NotSealed)?;
    plain.0.resize(padded, b' ');
    Ok(plain)
}

/// Without its padding, or nearly: a parser would walk over it byte by byte.
pub(super) fn unpadded(mut plain: &[u8]) -> &[u8] {
    while let Some(less) = plain.strip_suffix(&[b' '; 64]) {
        plain = less;
    }
    plain
}

struct Count(usize);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub(super) fn seal(plain: &[u8], to: &x25519::Recipient) -> Result<Vec<u8>, NotSealed> {
    encrypt(plain, to)
}

pub(super) fn open(sealed: &[u8], with: &x25519::Identity) -> Result<Plain, NotOpened> {
    decrypt(sealed, with)
}

pub(super) fn seal_with_passphrase(
    plain: &[u8],
    passphrase: SecretString,
    log_n: u8,
) -> Result<Vec<u8>, NotSealed> {
    let mut recipient = scrypt::Recipient::new(passphrase);
    recipient.set_work_factor(log_n.clamp(1, MAX_LOG_N));
    encrypt(plain, &recipient)
}

/// A key file that asks for more work than this was tampered with; opening it would take minutes.
const MAX_LOG_N: u8 = 20;

pub(super) fn open_with_passphrase(
    sealed: &[u8],
    passphrase: SecretString,
) -> Result<Plain, NotOpened> {
    let mut identity = scrypt::Identity::new(passphrase);
    identity.set_max_work_factor(MAX_LOG_N);
    decrypt(sealed, &identity)
}

fn encrypt(plain: &[u8], to: &dyn Recipient) -> Result<Vec<u8>, NotSealed> {
    let encryptor = Encryptor::with_recipients(std::iter::once(to)).map_err(|_| NotSealed)?;
    // Header, and a tag for each 64 KiB.
    let sealed = Vec::with_capacity(plain.len() + plain.len() / 4096 + 512);
    let mut writer = encryptor.wrap_output(sealed).map_err(|_| NotSealed)?;
    writer.write_all(plain).map_err(|_| NotSealed)?;
    writer.finish().map_err(|_| NotSealed)
}

fn decrypt(sealed: &[u8], with: &dyn Identity) -> Result<Plain, NotOpened> {
    let decryptor = Decryptor::new_buffered(sealed).map_err(|_| NotOpened::Damaged)?;
    let mut reader = decryptor
        .decrypt(std::iter::once(with))
        .map_err(|error| match error {
            DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => {
                NotOpened::Refused
            }
            _ => NotOpened::Damaged,
        })?;
    let mut plain = Plain::with_capacity(sealed.len());
    reader
        .read_to_end(&mut plain.0)
        .map_err(|_| NotOpened::Damaged)?;
    Ok(plain)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn wiping_leaves_nothing_of_the_plain_text_nor_in_the_room_behind_it() {
        let mut plain = Plain::with_capacity(64);
        plain.0.extend_from_slice(b"what was written");
        plain.0.truncate(4);
        let place = plain.as_ptr();
        plain.wipe();
        assert_eq!(plain.len(), plain.0.capacity());
        assert!(plain.iter().all(|byte| *byte == 0));
        assert_eq!(plain.as_ptr(), place);
    }
}
