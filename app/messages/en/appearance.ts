import type { appearance as vi } from "../vi/appearance.ts";

export const appearance = {
  title: "Appearance and text size",
  lead: "Your choice is remembered on this device, for everyone who shares it.",
  theme: "Background",
  themes: { system: "As the device", light: "Light", dark: "Dark" },
  textSize: "Text size",
  textSizes: { normal: "Normal", large: "Large", larger: "Very large" },
  language: "Language",
  sample: "Sample",
  sampleTitle: "Digital team of Khe Nghĩa village",
  sampleBody:
    "This month the team guided 52 people in filing online. Someone else verifies each act before it becomes points.",
  statement: "Accessibility statement",
  save: "Save",
  saved: "Saved.",
} satisfies typeof vi;
