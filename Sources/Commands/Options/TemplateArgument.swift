public import ArgumentParser
public import ModulePackages

extension ProjectTemplate: ExpressibleByArgument {}
