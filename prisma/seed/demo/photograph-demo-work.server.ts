import sharp from "sharp";
import { addDays, type LocalDate, startOfDay } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { type PhotoCaller, uploadPhoto } from "#app/features/photos/upload-photo.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { makeDice } from "../invent/random.ts";
import { type DemoWork, photographedOf } from "./demo-work.ts";
import type { DemoPeople } from "./find-demo-place.server.ts";

const EVENING_MS = 20 * 60 * 60 * 1000;

/**
 * Some evenings have a picture, so that a figure of the year opens down to one. Taken in as a phone's own would be; each
 * is a drawing of its own, or the house would say that two records share one.
 */
export async function photographDemoWork(
  platform: Platform,
  people: DemoPeople,
  works: readonly DemoWork[],
  today: LocalDate,
): Promise<DemoWork[]> {
  // Of a month that is sealed by now; a drawing takes time to take in, so one for each village.
  const chosen = photographedOf(people.place.members, works, [addDays(today, -95)]);
  const photos = new Map<DemoWork, string>();
  for (const work of chosen) photos.set(work, await takePhoto(platform, people, work, photos.size));
  return works.map((work) => {
    const photo = photos.get(work);
    return photo === undefined ? work : { ...work, content: { ...work.content, photos: [photo] } };
  });
}

async function takePhoto(
  platform: Platform,
  { communeId, accounts }: DemoPeople,
  { memberId, content: { workDate } }: DemoWork,
  seed: number,
): Promise<string> {
  const accountId = accounts.get(memberId)?.id ?? "";
  const now = new Date(startOfDay(workDate) + EVENING_MS);
  const caller: PhotoCaller = {
    platform,
    person: { accountId } as PhotoCaller["person"],
    now,
    today: workDate,
    scope: (verb) => ({ actorId: accountId, verb, requestId: "demo", communes: [communeId] }),
  };
  const bytes = new Uint8Array(
    await sharp(Buffer.from(drawEvening(seed)))
      .png()
      .toBuffer(),
  );
  const id = makeId(now.getTime(), platform.random.bytes(10));
  const photo = await uploadPhoto(caller, { id, bytes, takenOn: workDate });
  if (!photo.ok) throw new Error(`a picture of the demonstration is refused: ${photo.code}`);
  return photo.value.photoId;
}

/** A phone on a table at home, in another room each time: nobody's face. */
function drawEvening(seed: number): string {
  const dice = makeDice(seed * 7919 + 1);
  const box = (x: number, y: number, width: number, height: number, fill: string) =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${fill}"/>`;
  const wall = dice.pick(["#dff1e6", "#fdf0cf", "#e4ecf7", "#f6e3da", "#3c5a52", "#5b4a3a"]);
  const things = Array.from({ length: 7 }, () =>
    box(
      dice.between(0, 380),
      dice.between(0, 190),
      dice.between(40, 120),
      dice.between(30, 110),
      dice.pick(["#ffffff", "#8fd0b4", "#c7402d", "#7d4f28", "#ffc94d", "#1c2b24"]),
    ),
  );
  const phone = dice.between(110, 300);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360">${box(0, 0, 480, 360, wall)}${things.join("")}
    ${box(0, 230, 480, 130, dice.pick(["#a8703f", "#8a5a30", "#c9b38a"]))}${box(phone, 170, 76, 140, "#101a16")}
    ${box(phone + 8, 184, 60, 108, dice.pick(["#7fd3ff", "#b7e4c7", "#ffe08a"]))}
    <circle cx="${phone + 38}" cy="226" r="17" fill="#fff"/>${box(phone + 18, 254, 40, 12, "#fff")}</svg>`;
}
