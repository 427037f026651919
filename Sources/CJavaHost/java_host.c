#include "CJavaHost.h"

// C23 in a compiler that has it as an extension of C17.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char calls[] = {
#embed "java/Calls.java"
};

static const unsigned char conversion[] = {
#embed "java/Conversion.java"
};

static const unsigned char environment[] = {
#embed "java/Environment.java"
};

static const unsigned char functionfields[] = {
#embed "java/FunctionFields.java"
};

static const unsigned char hook[] = {
#embed "java/Hook.java"
};

static const unsigned char logs[] = {
#embed "java/Logs.java"
};

static const unsigned char main[] = {
#embed "java/Main.java"
};

static const unsigned char moduleloader[] = {
#embed "java/ModuleLoader.java"
};

static const unsigned char nonetwork[] = {
#embed "java/NoNetwork.java"
};

static const unsigned char noprograms[] = {
#embed "java/NoPrograms.java"
};

static const unsigned char origin[] = {
#embed "java/Origin.java"
};

static const unsigned char output[] = {
#embed "java/Output.java"
};

static const unsigned char reports[] = {
#embed "java/Reports.java"
};

static const unsigned char requests[] = {
#embed "java/Requests.java"
};

static const unsigned char stubs[] = {
#embed "java/Stubs.java"
};

static const unsigned char subscriptions[] = {
#embed "java/Subscriptions.java"
};

static const unsigned char traces[] = {
#embed "java/Traces.java"
};

static const unsigned char values[] = {
#embed "java/Values.java"
};

static const unsigned char wire[] = {
#embed "java/Wire.java"
};

static const sfm_java_source sources[] = {
    {"Calls.java", calls, sizeof calls},
    {"Conversion.java", conversion, sizeof conversion},
    {"Environment.java", environment, sizeof environment},
    {"FunctionFields.java", functionfields, sizeof functionfields},
    {"Hook.java", hook, sizeof hook},
    {"Logs.java", logs, sizeof logs},
    {"Main.java", main, sizeof main},
    {"ModuleLoader.java", moduleloader, sizeof moduleloader},
    {"NoNetwork.java", nonetwork, sizeof nonetwork},
    {"NoPrograms.java", noprograms, sizeof noprograms},
    {"Origin.java", origin, sizeof origin},
    {"Output.java", output, sizeof output},
    {"Reports.java", reports, sizeof reports},
    {"Requests.java", requests, sizeof requests},
    {"Stubs.java", stubs, sizeof stubs},
    {"Subscriptions.java", subscriptions, sizeof subscriptions},
    {"Traces.java", traces, sizeof traces},
    {"Values.java", values, sizeof values},
    {"Wire.java", wire, sizeof wire},
};

size_t sfm_java_source_count(void) { return sizeof sources / sizeof sources[0]; }

sfm_java_source sfm_java_source_at(size_t index) { return sources[index]; }
