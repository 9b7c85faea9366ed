/** Version of the kernel, the package's own; a test holds the two together. */
export const KERNEL_VERSION = "0.1.0";
