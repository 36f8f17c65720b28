/** A picture beside words, sized with them. Import each from `lucide-react/icons/<name>`, never the barrel. */
export type { LucideIcon as Icon } from "lucide-react";
