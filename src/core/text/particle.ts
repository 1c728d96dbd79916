import { josa } from "es-hangul";

type Particle = Parameters<typeof josa>[1];

/** The word with the particle its last sound asks for: `withParticle("토막글", "을/를")` → `토막글을`. */
export function withParticle(word: string, particle: Particle): string {
  return word === "" ? word : josa(word, particle);
}
