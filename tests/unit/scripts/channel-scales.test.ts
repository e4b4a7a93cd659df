import { describe, expect, it } from 'vitest';
import { load } from './load';

const { channelScales } = await load('models/channel-scales.mjs');

const node = (opType: string, input: string[], output: string) => ({ opType, input, output: [output] });
const RANGES = { a: [1, 2], b: [4, 0.5], sum: [3, 3] };

const graph = {
  node: [
    node('Conv', ['photo', 'w'], 'ca'),
    node('Relu', ['ca'], 'a'),
    node('Relu', ['cb'], 'b'),
    node('MaxPool', ['a'], 'pooled'),
    node('Resize', ['pooled', '', '', 'sizes'], 'resized'),
    node('Concat', ['resized', 'b'], 'joined'),
    node('Concat', ['a', 'photo'], 'mixed'),
    node('Relu', ['cc'], 'c'),
    node('Add', ['c', 'a2'], 'sum'),
    node('Relu', ['cd'], 'a2'),
    node('Softmax', ['a'], 'soft'),
  ],
};
const scalesOf = (name: string) => channelScales(graph, RANGES)(name);

describe('the scales of a tensor’s channels', () => {
  it('of a Relu are its ranges', () => expect(scalesOf('a')).toEqual(Float32Array.of(1, 2)));

  it('go through pooling and resizing', () => expect(scalesOf('resized')).toEqual(Float32Array.of(1, 2)));

  it('are put side by side as the channels are', () => {
    expect(scalesOf('joined')).toEqual(Float32Array.of(1, 2, 4, 0.5));
  });

  it('of what is added are those of the sum', () => {
    for (const name of ['c', 'a2', 'sum']) expect(scalesOf(name)).toEqual(Float32Array.of(3, 3));
  });

  it('are none for the photo, a convolution without Relu, and what is joined with them', () => {
    for (const name of ['photo', 'ca', 'mixed']) expect(scalesOf(name)).toBeNull();
  });

  it('are asked for where nobody measured', () => {
    expect(() => channelScales(graph, {})('a')).toThrow('npm run models:calibrate');
  });

  it('are refused where nobody knows what an operator does to them', () => {
    expect(() => scalesOf('soft')).toThrow('Softmax');
  });
});
