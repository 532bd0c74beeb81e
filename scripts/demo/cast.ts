import type { Random } from './random.js';

export interface Learner {
  readonly email: string;
  readonly displayName: string;
  readonly password: string;
  /** Chance of knowing the answer to one question, 0 to 1. */
  readonly ability: number;
  /** Sections the learner has time for. */
  readonly sectionsWanted: number;
  readonly cohort: number;
  /** What happens to this learner that does not happen to everyone. */
  readonly fate: 'ordinary' | 'runs_out_of_time' | 'loses_network' | 'never_comes';
  readonly random: Random;
}

const firstNames = [
  'Amara',
  'Bilal',
  'Chiara',
  'Daan',
  'Esra',
  'Farid',
  'Grete',
  'Hugo',
  'Ines',
  'Jonas',
  'Kavya',
  'Leila',
  'Mats',
  'Noor',
  'Olga',
  'Paulo',
  'Quinn',
  'Rosa',
  'Samir',
  'Thea',
];
const lastNames = ['Okafor', 'Lindqvist', 'Moreau', 'Haddad', 'Novak', 'Castro', 'Iyer', 'Brandt'];
export const cohortNames = ['Weekday mornings', 'Evening class', 'Weekend sprint'] as const;

/** Learners of mixed ability, spread over the cohorts; a few have bad luck. */
export function castLearners(count: number, random: Random): Learner[] {
  return Array.from({ length: count }, (_, index) => {
    const ability = [0.97, 0.92, 0.85, 0.7, 0.5][Math.floor(random.next() * 5)] ?? 0.85;
    return {
      email: `learner${index + 1}@demo.example`,
      displayName: `${firstNames[index % firstNames.length]} ${lastNames[Math.floor(index / firstNames.length + index) % lastNames.length]}`,
      password: `a quiet walk number ${index + 1}`,
      ability,
      sectionsWanted: index % 13 === 0 ? 99 : 2 + Math.floor(random.next() * 5),
      cohort: index % cohortNames.length,
      fate:
        index === 4
          ? 'loses_network'
          : index % 9 === 2
            ? 'runs_out_of_time'
            : index % 17 === 11
              ? 'never_comes'
              : 'ordinary',
      random: random.fork(),
    };
  });
}

export const instructors = ['Ingrid Solberg', 'Tomas Kral', 'Yara Nassar'].map((displayName, cohort) => ({
  email: `instructor${cohort + 1}@demo.example`,
  displayName,
  password: `teaching from the heart ${cohort + 1}`,
  cohort,
}));

export const author = {
  email: 'author1@demo.example',
  displayName: 'Arne Author',
  password: 'ink and paper everywhere',
} as const;
