pub mod art;
pub mod bowl;
pub mod geometry;
pub mod jar;
pub mod mark;
pub mod seam;
pub mod shard;
