use super::oracle::Facts; const _: Option<Facts> = None;
