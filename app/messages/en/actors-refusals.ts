import type { ActorRefusal } from "#app/domain/actors/actor.ts";
import type { SentencesOf } from "../rejections.ts";

export const actorRejections = {
  actor_name_taken: ({ name }) => `There is “${name}” already. Give another name.`,
  actor_in_use: ({ people, teams }) =>
    people > 0
      ? `${people} people of the teams still belong to it. Change that first.`
      : `${teams} teams are still its own. End them first.`,
  actor_named_since: () =>
    "It was entered today and is named elsewhere already. It can end from tomorrow on; a wrong name can be changed.",
  actor_gone: () => "It no longer exists. Load the page again.",
} satisfies SentencesOf<ActorRefusal>;
