/** The ONNX file format: bytes to objects and back, and small constructors for the objects. No surgery here. */
import onnxProto from 'onnx-proto';

const { ModelProto, NodeProto, TensorProto, ValueInfoProto, AttributeProto, OperatorSetIdProto } = onnxProto.onnx;

/** Element types of a tensor, as the format numbers them. */
export const { FLOAT, FLOAT16, INT8, INT32, INT64, UINT8 } = TensorProto.DataType;

const EXTERNAL = 1;

/** @param {Uint8Array} bytes */
export function readModel(bytes) {
  return ModelProto.decode(bytes);
}

/**
 * @param {object} model
 * @returns {Uint8Array}
 */
export function writeModel(model) {
  return ModelProto.encode(model).finish();
}

/**
 * A graph input or output; a dimension given by name is free.
 *
 * @param {string} name
 * @param {number} elemType
 * @param {(number | string)[]} dims
 */
export function tensorInfo(name, elemType, dims) {
  const dim = dims.map((size) => (typeof size === 'string' ? { dimParam: size } : { dimValue: size }));
  return ValueInfoProto.create({ name, type: { tensorType: { elemType, shape: { dim } } } });
}

/**
 * @param {string} name
 * @param {number[]} values
 */
export function int64Vector(name, values) {
  return TensorProto.create({ name, dataType: INT64, dims: [values.length], int64Data: values });
}

/**
 * A tensor with its numbers inside the graph.
 *
 * @param {string} name
 * @param {number} dataType
 * @param {number[]} dims
 * @param {ArrayBufferView} numbers
 */
export function plainTensor(name, dataType, dims, { buffer, byteOffset, byteLength }) {
  return TensorProto.create({ name, dataType, dims, rawData: new Uint8Array(buffer, byteOffset, byteLength) });
}

/** A single float. */
export function floatScalar(name, value) {
  return plainTensor(name, FLOAT, [], Float32Array.of(value));
}

/** A single byte. */
export function byteScalar(name, value) {
  return plainTensor(name, UINT8, [], Uint8Array.of(value));
}

/**
 * A tensor whose numbers lie in another file.
 *
 * @param {string} name
 * @param {number} dataType
 * @param {number[]} dims
 * @param {{ location: string, offset: number, length: number }} place in bytes
 */
export function externalTensor(name, dataType, dims, place) {
  return TensorProto.create({ name, dataType, dims, ...elsewhere(place) });
}

/**
 * What says of a tensor that its numbers lie in another file.
 *
 * @param {{ location: string, offset: number, length: number }} place in bytes
 */
export function elsewhere({ location, offset, length }) {
  const externalData = Object.entries({ location, offset, length });
  return {
    dataLocation: EXTERNAL,
    externalData: externalData.map(([key, value]) => ({ key, value: String(value) })),
  };
}

/** Which versions of which operators a model speaks: ONNX's own, and others by their domain. */
export function operatorSets(version, others = {}) {
  const sets = [['', version], ...Object.entries(others)];
  return sets.map(([domain, number]) => OperatorSetIdProto.create({ domain, version: number }));
}

/**
 * @param {string} opType
 * @param {{ name: string, input: string[], output: string, domain?: string,
 *   attributes?: Record<string, number | number[]> }} parts
 */
export function node(opType, { name, input, output, domain, attributes = {} }) {
  const attribute = Object.entries(attributes).map(([key, value]) => attributeOf(key, value));
  return NodeProto.create({ opType, name, input, output: [output], attribute, ...(domain && { domain }) });
}

function attributeOf(name, value) {
  const { INT, INTS } = AttributeProto.AttributeType;
  return Array.isArray(value) ? { name, type: INTS, ints: value } : { name, type: INT, i: value };
}
