import { channel, newId, nurse } from '@heya/testkit/viewers';
import { expect, it } from 'vitest';
import { viewerFor } from './forward.ts';

it('without the device that the district asks for, a person is somebody to identity alone (R6)', () => {
  const restricted = nurse({ restricted: 'DEVICE' });
  expect(viewerFor('identity', restricted)).toBe(restricted);
  for (const subgraph of ['consent', 'room', 'timeline']) expect(viewerFor(subgraph, restricted)).toEqual({ type: 'anonymous' });
});

it('everybody else is the same everywhere', () => {
  for (const viewer of [nurse(), channel(newId(), 'EVERYONE', 1)])
    for (const subgraph of ['identity', 'room']) expect(viewerFor(subgraph, viewer)).toBe(viewer);
});
