import sharp from "sharp";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { type PhotoCaller, uploadPhoto } from "#app/features/photos/upload-photo.server.ts";
import { makeDice } from "../invent/random.ts";
import { idFrom } from "./invent-commune.ts";
import type { NationWork } from "./invent-year.ts";
import { type NationHouse, type PlacedCommune, SEED_VERB } from "./nation-house.ts";
import type { PlantedWork } from "./plant-fraud.ts";

/** T4: the picture that two records share, taken in twice as two phones would send it. */
export async function photographPlanted(
  house: NationHouse,
  placed: PlacedCommune,
  { work, photo }: PlantedWork & { readonly photo: number },
): Promise<NationWork> {
  const now = new Date(work.submittedAt);
  const { accountId } = work.member;
  const caller: PhotoCaller = {
    platform: house.platform,
    person: { accountId } as PhotoCaller["person"],
    now,
    today: localDateAt(work.submittedAt),
    scope: () => ({ actorId: accountId, verb: SEED_VERB, requestId: "seed", communes: [placed.communeId] }),
  };
  const id = idFrom(makeDice(photo * 31 + work.member.village), work.submittedAt);
  const kept = await uploadPhoto(caller, {
    id,
    bytes: await drawStall(photo),
    takenOn: work.content.workDate,
  });
  if (!kept.ok) throw new Error(`a picture is refused: ${kept.code}`);
  return { ...work, content: { ...work.content, photos: [kept.value.photoId] } };
}

/** Boxes on a wall, other ones for each number. */
async function drawStall(seed: number): Promise<Uint8Array> {
  const dice = makeDice(seed);
  const boxes = Array.from({ length: 14 }, () => {
    const [x, y, width, height] = [
      dice.between(0, 420),
      dice.between(0, 300),
      dice.between(30, 160),
      dice.between(30, 130),
    ];
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="hsl(${dice.between(0, 359)} 60% ${dice.between(20, 85)}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360">${boxes.join("")}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}
