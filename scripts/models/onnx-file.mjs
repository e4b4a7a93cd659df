/** The ONNX file format: bytes to objects and back, and small constructors for the objects. No surgery here. */
import onnxProto from 'onnx-proto';

const { ModelProto, NodeProto, TensorProto, ValueInfoProto, AttributeProto } = onnxProto.onnx;

/** Element types of a tensor, as the format numbers them. */
export const { FLOAT, FLOAT16, INT64 } = TensorProto.DataType;

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
 * @param {string} opType
 * @param {{ name: string, input: string[], output: string, ints?: Record<string, number> }} parts
 */
export function node(opType, { name, input, output, ints = {} }) {
  const attribute = Object.entries(ints).map(([key, i]) => ({ name: key, type: AttributeProto.AttributeType.INT, i }));
  return NodeProto.create({ opType, name, input, output: [output], attribute });
}
