// The core's vocabularies, as the build makes them of core/words: no page types a name or a word of
// them itself.

export * from "../generated/vocabulary";
export { capital, lower, type Vocabulary } from "./vocabulary_table";
