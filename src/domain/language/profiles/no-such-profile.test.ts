import { expect, test } from 'vitest'
import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

test.for([
  ['delete my Enterprise ICP', 'There is no ICP called “Enterprise”'],
  ['rename the Founder persona to Boss', 'There is no persona called “Founder”'],
])(
  'a profile that is not there is said to be none, and no segment is offered for it: %s',
  ([text = '', says]) => {
    expect(interpret(text, situation())).toMatchObject({
      kind: 'question',
      question: expect.stringContaining(says ?? ''),
      options: [],
    })
  },
)
