//! Bindings of the worlds that are called by their own functions.

/// `health-calculator`
pub(crate) mod calculator {
    wasmtime::component::bindgen!({
        path: "../wit/health-calc",
        world: "health-calculator",
        exports: { default: async },
    });
}

/// `validator`
pub(crate) mod validator {
    wasmtime::component::bindgen!({
        path: "../wit/validation",
        world: "validator",
        exports: { default: async },
    });
}

/// `formatter`
pub(crate) mod formatter {
    wasmtime::component::bindgen!({
        path: "../wit/report",
        world: "formatter",
        exports: { default: async },
    });
}

/// `workload`
pub(crate) mod workload {
    wasmtime::component::bindgen!({
        path: "workload/wit",
        world: "workload",
        exports: { default: async },
    });
}
