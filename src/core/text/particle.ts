import { josa } from "es-hangul";

const PARTICLES = ["이/가", "을/를", "은/는", "와/과", "으로/로", "이나/나", "이란/란", "이라/라", "이랑/랑"] as const;

type Particle = Parameters<typeof josa>[1];

/** The word with the particle its last sound asks for: `withParticle("토막글", "을/를")` → `토막글을`. */
export function withParticle(word: string, particle: Particle): string {
  return word === "" ? word : josa(word, particle);
}

/** A pair of particles that a person wrote; `undefined` for anything else. */
export function particleOf(text: string): Particle | undefined {
  return PARTICLES.find((particle) => particle === text);
}
