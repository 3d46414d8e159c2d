import StudyModel

/// Does the same for each of several inputs, and throws the problems of all of them together.
func collectingProblems<Input, Output>(
  of inputs: [Input],
  _ transform: (Input) throws -> Output
) throws -> [Output] {
  var outputs: [Output] = []
  var problems: [InputProblem] = []
  for input in inputs {
    do {
      outputs.append(try transform(input))
    } catch let error as InputError {
      problems += error.problems
    }
  }
  if !problems.isEmpty { throw InputError(problems) }
  return outputs
}
