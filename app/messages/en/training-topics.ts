import type { TrainingTopic } from "#app/domain/activity/training-topic.ts";

/** What the plans train members in (G04, G05), and classes teach (L14). */
export const trainingTopics = {
  "public-services": "Online public services",
  "electronic-identity": "Electronic identity (VNeID)",
  "digital-signature": "Digital signature",
  "e-payment": "Electronic payment",
  "e-commerce": "E-commerce",
  "digital-health": "Digital health",
  "digital-education": "Digital education",
  "online-safety": "Online safety",
  "basic-digital-skills": "Basic digital skills",
  "artificial-intelligence": "Basics of artificial intelligence",
  communication: "Communication, writing",
  "digital-devices": "Devices and digital services",
  pedagogy: "Teaching others",
  "safety-software": "Basic security software",
  "community-internet": "Community internet",
} satisfies Record<TrainingTopic, string>;
