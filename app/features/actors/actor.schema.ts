import { z } from "zod";
import { ACTOR_KINDS } from "#app/domain/actors/actor.ts";
import { idText, lineText } from "#app/features/forms/text.schema.ts";

const name = lineText({ minimum: 2, maximum: 160 });

export const newActorSchema = z.object({ id: idText(), kind: z.enum(ACTOR_KINDS), name });
export const renamingSchema = z.object({ id: idText(), name });
export const endingSchema = z.object({ id: idText() });
