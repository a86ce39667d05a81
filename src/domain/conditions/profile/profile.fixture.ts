import fc from 'fast-check'
import { comparison } from '../../criteria/pieces.fixture.ts'
import type { Entity } from '../../entities/entity.ts'
import { profilesFor } from './profile-named.ts'
import { TEST_PROFILES } from './scores.fixture.ts'

/** Random conditions about the scores of an entity’s records. */
export const profileConditions = (entity: Entity): fc.Arbitrary<unknown> =>
  fc
    .constantFrom(...(entity === 'company' ? (['icp'] as const) : (['icp', 'persona'] as const)))
    .chain((kind) =>
      fc.oneof(
        { weight: 1, arbitrary: fc.constant({ kind, unfit: true }) },
        {
          weight: 6,
          arbitrary: fc
            .record({
              profile: fc.option(
                fc.uniqueArray(
                  fc.constantFrom(...profilesFor(TEST_PROFILES, entity, kind).map(({ id }) => id)),
                  {
                    minLength: 1,
                    maxLength: 3,
                  },
                ),
                { nil: undefined },
              ),
              test: fc.option(
                comparison(fc.constantFrom(0, 40, 60, 99)).filter(
                  ({ op, value }) => op !== '<' || value !== 0,
                ),
                { nil: undefined },
              ),
            })
            .map(({ profile, test }) => ({ kind, ...(profile && { profile }), ...test })),
        },
      ),
    )
