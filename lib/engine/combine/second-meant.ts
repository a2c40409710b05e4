/**
 * Whether the second picture's subject is rather the one that moves, by how surely each is a thing by itself. The one named first
 * is usually in the first picture; what stands there in the second, a house or a hill, may stand out as well.
 */
const muchSurer = 0.45;
const [hardly, surely] = [0.35, 0.8];

export function isSecondMeant(first: number, second: number): boolean {
  return second > first + muchSurer || (first < hardly && second > surely);
}
