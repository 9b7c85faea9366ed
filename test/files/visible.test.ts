import { expect, it } from "vitest";
import { seenIn, visible } from "../../src/files/visible.js";

it.each([
  ["what steers a terminal", "\u001b[31mA\u0007", "\\u001b[31mA\\u0007", "[31mA"],
  ["what turns text about", "A\u202eB\u2066", "A\\u202eB\\u2066", "AB"],
  ["ends of lines and what has no width", "60\u200b\n\t\u{e0001}", "60\\u200b\\n\\t\\udb40\\udc01", "60"],
  [
    "a Mongolian name with what shapes its letters",
    "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠰᠠᠷ\u180eᠠ",
    "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠰᠠᠷ\u180eᠠ",
    "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠰᠠᠷ\u180eᠠ",
  ],
])("shows %s", (_, text, shown, seen) => {
  expect([visible(text), seenIn(text)]).toEqual([shown, seen]);
});
