//! Files that travel inside the program and that more than one room reads: the typefaces.
//!
//! A static stands in the program once, however many rooms name it. Gentium and Lato are used under the SIL Open Font
//! Licence 1.1; its text and the copyright lines are in `assets/fonts/OFL-*.txt`.

/// Two for titles, two for reading, four for labels: regular and italic, regular and italic, and rising weights.
pub static FACES: [&[u8]; 8] = [
    include_bytes!("../assets/fonts/GentiumPlus-Regular.ttf"),
    include_bytes!("../assets/fonts/GentiumPlus-Italic.ttf"),
    include_bytes!("../assets/fonts/GentiumBookPlus-Regular.ttf"),
    include_bytes!("../assets/fonts/GentiumBookPlus-Italic.ttf"),
    include_bytes!("../assets/fonts/Lato-Regular.ttf"),
    include_bytes!("../assets/fonts/Lato-Medium.ttf"),
    include_bytes!("../assets/fonts/Lato-Semibold.ttf"),
    include_bytes!("../assets/fonts/Lato-Bold.ttf"),
];
