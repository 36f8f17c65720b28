import type { Catalogue } from "../catalogue.ts";

export const trainingHint: Catalogue["trainingHint"] = {
  title: "A hint: you were not trained in this yet",
  body: (topics) => `This work usually needs: ${topics}. Log it all the same; materials help to be surer.`,
  materials: "Related materials",
  all: "See materials",
  training: "My training",
  links: {
    title: "Training, materials",
    training: "My training",
    matrix: "Training of the team",
    certificates: "Certificates to confirm",
    library: "Materials",
  },
  classSheet: "Class sheet: topics, audience, outcome",
};
