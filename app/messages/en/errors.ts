import type { errors as vi } from "../vi/errors.ts";

export const errors = {
  notFoundTitle: "There is no such page",
  notFoundBody:
    "The address may have changed, or a letter is missing. Check it, or start from the first page.",
  forbiddenTitle: "This page is not for your account",
  forbiddenBody: "If this is part of your work, ask the culture and society office for the right.",
  endedTitle: "This commune was merged",
  endedBody:
    "Its figures are as they were and can only be read. Choose the new commune on your account page.",
  tooManyTitle: "Try again in a few minutes",
  tooManyBody: "Too many attempts came from here. Nothing of yours is lost.",
  refusedTitle: "Could not be sent",
  refusedBody: "Go back, reload the page and send it again.",
  brokenTitle: "The server has a problem",
  brokenBody:
    "What was recorded is safe. Try again in a few minutes; if it fails again, tell the officer in charge the code below.",
  busyTitle: "The server is busy",
  busyBody: "What was recorded is safe. Wait a minute and try again.",
  clashedTitle: "The page is old",
  clashedBody:
    "This sending was not recorded, as things changed since the page was opened. Go back, load the page again and repeat it.",
  requestCode: "Request code",
  tryAgain: "Try again",
  goHome: "To the first page",
} satisfies typeof vi;
