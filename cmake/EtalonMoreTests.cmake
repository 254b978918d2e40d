# Tests that are more than one program of unit tests: journal kill and fault tests, replay, command line, benchmarks.
