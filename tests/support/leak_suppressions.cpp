// What fontconfig and Mesa keep until the process ends is not ours; Mesa's driver is unloaded before the
// leaks are listed, so its own would be reported without a name. Only in builds with the address sanitizer.
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\nleak:swrast_dri\nleak:libEGL_mesa\nleak:libgallium\nleak:libLLVM\n";
}

extern "C" int dlclose(void*);
extern "C" int dlclose(void*) { return 0; }
#endif
