/** The ONNX file format: bytes to objects and back, and small constructors for the objects. No surgery here. */
import onnxProto from 'onnx-proto';

const { ModelProto, NodeProto, TensorProto, ValueInfoProto, AttributeProto, OperatorSetIdProto } = onnxProto.onnx;

/** Element types of a tensor, as the format numbers them. */
export const { FLOAT, FLOAT16, INT64 } = TensorProto.DataType;

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

/** Which version of ONNX's own operators a model speaks. */
export function operatorSet(version) {
  return [OperatorSetIdProto.create({ domain: '', version })];
}

/**
 * @param {string} opType
 * @param {{ name: string, input: string[], output: string,
 *   attributes?: Record<string, number | number[]> }} parts
 */
export function node(opType, { name, input, output, attributes = {} }) {
  const attribute = Object.entries(attributes).map(([key, value]) => attributeOf(key, value));
  return NodeProto.create({ opType, name, input, output: [output], attribute });
}

function attributeOf(name, value) {
  const { INT, INTS } = AttributeProto.AttributeType;
  return Array.isArray(value) ? { name, type: INTS, ints: value } : { name, type: INT, i: value };
}
