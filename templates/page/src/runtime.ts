// What the translated formulas take from Python: its errors, arithmetic and texts.

export * from "./runtime/arithmetic";
export * from "./runtime/collections";
export * from "./runtime/errors";
export * from "./runtime/format";
export * from "./runtime/special";
