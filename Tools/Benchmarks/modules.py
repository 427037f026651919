"""Modules of a few kilobytes, deflated, that make a validator compare everything with everything, or tell endlessly."""
import io, zipfile

ID = "5f0e5b0a-2c52-4f3a-9d55-0c7e8a1b6d01"
HEAD = "<description></description><descriptionURL></descriptionURL><disabled>false</disabled>"
MANIFEST = f"""Manifest-Version: 1.0\r
ObjectId: {ID}\r
StarfaceModule_SpecVersion: 5\r
Created-By: STARFACE Version 7.3.0.5\r
Create-Date: 2026-01-01T00:00:00+00:00\r
\r
"""


def package(descriptor):
    """A package with that descriptor."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/MANIFEST.MF", MANIFEST)
        archive.writestr("module-descriptor.xml", descriptor)
    return out.getvalue()


def hostile():
    """What each of them is, and its descriptor."""
    wide = function("wide", inputs=each(4_000, lambda number: variable(f"in{number}")))
    return {
        "1,500 references in a function with a name of 1 MB": module(
            function("N" * 1_000_000, each(1_500, lambda number: assign(f"a{number}", "b")))
        ),
        "2,500 references to one of 3,000 variables of one name": module(
            function("f", each(2_500, lambda _: assign("same", "same"))),
            inputs=each(3_000, lambda number: variable("same", f"v{number}")),
        ),
        "1,800 references that are nearly one of 3,000 names": module(
            function("f", each(1_800, lambda number: assign(f"varXame{number}", "b"))),
            inputs=each(3_000, lambda number: variable(f"varName{number}")),
        ),
        "4,000 calls without one of 4,000 inputs": module(function("f", each(4_000, lambda _: call(ID, "wide"))) + wide),
        "4,000 calls into groups that nearly exist": module(
            function("f", each(4_000, lambda number: call("starface.collectiom.lisst" + "x" * 200, number)))
        ),
        "3,500 functions of one id": module(function("f") * 3_500),
        "3,300 functions that call each other in a circle": module(
            each(3_300, lambda number: function(f"f{number}", call(ID, f"f{(number + 1) % 3_300}")))
        ),
        "500,000 tags that never end": module(function("f", call(ID, "g")), description="&lt;a" * 500_000),
        "300,000 comments": module(description="<!--x-->y" * 300_000),
        "59,000 lists without an id": module(function("f", call(ID, "g")), resources="<listResource/>" * 59_000),
        "4,000 texts, each in a language of its own": module(function("f", call(ID, "g")), tabs=tab(each(4_000, text))),
    }


def each(count, make):
    return "".join(make(number) for number in range(count))


def module(functions="", inputs="", resources="", tabs="", description=""):
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<module lastChangedTime="0" moduleType="EXTENDED" createTime="0" id="{ID}" name="M" specVersion="5" vendor="E" version="1">
<description>{description}</description><descriptionURL></descriptionURL><disabled>false</disabled>
<inputVars>{inputs}</inputVars><outputVars/><resources>{resources}</resources><children>{functions}</children>
<createdWith>STARFACE 7.3.0.5</createdWith><defaultLocale>en</defaultLocale><editable>true</editable><entryPoints/>{tabs}
<noLicenseId>x</noLicenseId><shortDescription></shortDescription><writeHash>x</writeHash></module>
"""


def common(name):
    return f'createTime="0" id="{name}" name="{name}" specVersion="0" vendor="" version="0"'


def executable(inputs="", outputs=""):
    return f"{HEAD}<inputVars>{inputs}</inputVars><outputVars>{outputs}</outputVars><resources/>"


def function(name, body="", inputs=""):
    return f'<function visibility="Private" {common(name)}>{executable(inputs)}<children>{body}</children></function>'


def variable(name, id=None, value="", reference="false"):
    return (
        f'<variable id="{id or name}" label="" name="{name}" type="OBJECT" valueByReference="{reference}" '
        'valueByReferenceAllowed="true" valueByValueAllowed="true" visible="true">'
        f"<description></description><value>{value}</value></variable>"
    )


def assign(value, target):
    inputs, outputs = (variable(name, value=text, reference="true") for name, text in (("value", value), ("target", target)))
    return f'<varAssign {common("a")}>{executable(inputs, outputs)}</varAssign>'


def call(domain, function):
    target = f'<target targetDomainId="{domain}" targetId="{function}" targetName="t" targetVersion="0"/>'
    return f'<functionCall {common("c")}>{executable()}{target}</functionCall>'


def text(number):
    return (
        f'<headline variableId="" {common(f"h{number}")}>{HEAD}<resourceKeys><entries><key>l{number}</key><value>x</value>'
        f"</entries><key>inputguitab.headline.name{{h{number}}}</key><propertyName>NAME</propertyName></resourceKeys>"
        "<defaultValue></defaultValue></headline>"
    )


def tab(fields):
    return f'<inputGUITabs {common("t")}>{HEAD}<GUIDescriptors>{fields}</GUIDescriptors></inputGUITabs>'
