"""Writes one package in every form that other programs and other hands give it.

usage: foreign_packages.py PACKAGE FOLDER
Prints a JSON object: for each file what must be found above a notice, as a list of rule ids, and whether it can be
unpacked and built again.
"""

import json
import os
import struct
import sys
import zipfile
import zlib

MANIFEST = "META-INF/MANIFEST.MF"
DESCRIPTOR = "module-descriptor.xml"

source = zipfile.ZipFile(sys.argv[1])
folder = sys.argv[2]
manifest = source.read(MANIFEST)
descriptor = source.read(DESCRIPTOR)
base = [(MANIFEST, manifest), (DESCRIPTOR, descriptor)]
expected = {}


def note(name, rules, again):
    expected[name + ".sfm"] = {"rules": sorted(rules), "again": again}
    return os.path.join(folder, name + ".sfm")


def python(name, entries, rules=(), again=True, compression=zipfile.ZIP_DEFLATED, comment=b""):
    """As Python's zipfile writes it."""
    with zipfile.ZipFile(note(name, rules, again), "w", compression) as package:
        for path, content in entries:
            info = zipfile.ZipInfo(path, (2024, 1, 1, 0, 0, 0))
            info.compress_type = compression
            info.external_attr = 0o644 << 16
            package.writestr(info, content)
        package.comment = comment


def raw(name, entries, rules=(), again=True, flags=0, made_by=0, needed=20, encoding="utf-8", local=b"", central=b"",
        attributes=0x20, folders=(), stored_folders=True):
    """Header by header, as a certain program writes it."""
    data, directory, count = bytearray(), bytearray(), 0
    for path, content in [(folder_name, b"") for folder_name in folders] + entries:
        method = 0 if path.endswith("/") and stored_folders else 8
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = content if method == 0 else packer.compress(content) + packer.flush()
        flag = flags if method == 8 else flags & ~8
        late = flag & 8
        offset, crc, path = len(data), zlib.crc32(content), path.encode(encoding)
        data += struct.pack(
            "<IHHHHHIIIHH", 0x04034B50, needed, flag, method, 0, 0x5821, 0 if late else crc, 0 if late else len(packed),
            0 if late else len(content), len(path), len(local)) + path + local + packed
        if late:
            data += struct.pack("<IIII", 0x08074B50, crc, len(packed), len(content))
        directory += struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, made_by << 8 | needed, needed, flag, method, 0, 0x5821, crc, len(packed),
            len(content), len(path), len(central), 0, 0, 0, attributes if method or content else 0x10, offset) + path + central
        count += 1
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(directory), len(data), 0)
    with open(note(name, rules, again), "wb") as package:
        package.write(data + directory + end)


def text(name, change, rules=(), again=True):
    """The descriptor written otherwise."""
    changed = change(descriptor)
    assert changed != descriptor, name
    python("descriptor-" + name, [(MANIFEST, manifest), (DESCRIPTOR, changed)], rules, again)


def head(name, change, rules=(), again=True):
    """The manifest written otherwise."""
    changed = change(manifest)
    assert changed != manifest, name
    python("manifest-" + name, [(MANIFEST, changed), (DESCRIPTOR, descriptor)], rules, again)


# Programs.
python("python", base)
python("python-stored", base, compression=zipfile.ZIP_STORED)
python("comment", base, comment=b"made by hand")
raw("windows-explorer", base + [("readme.txt", b"x")])
raw("windows-explorer-folders", base + [("notes/a.txt", b"x")], folders=["notes/"])
raw("windows-explorer-umlaut", base + [("\u00dcbersicht.txt", b"x")], ["zip.name.encoding"], False, encoding="cp850")
raw("windows-explorer-umlaut-utf8", base + [("\u00dcbersicht.txt", b"x")], flags=0x800)
raw("dotnet-backslash", [("META-INF\\MANIFEST.MF", manifest), base[1]], ["manifest.missing", "zip.name.backslash"], False)
raw("7-zip-ntfs-times", base, central=struct.pack("<HHIHHQQQ", 10, 32, 0, 1, 24, 1, 2, 3))
raw("info-zip-unix-times", base, made_by=3, attributes=0o100644 << 16,
    local=struct.pack("<HHBII", 0x5455, 9, 3, 1, 1) + struct.pack("<HHBBIBI", 0x7875, 11, 1, 4, 0, 4, 0),
    central=struct.pack("<HHBI", 0x5455, 5, 3, 1) + struct.pack("<HHBBIBI", 0x7875, 11, 1, 4, 0, 4, 0))
raw("java-jar", base, folders=["META-INF/"], flags=0x808, local=b"\xfe\xca\0\0", central=b"\xfe\xca\0\0")
raw("java-jar-deflated-folders", base, folders=["META-INF/"], flags=0x808, stored_folders=False)
raw("appliance", base, flags=0x808)
raw("utf8-without-its-flag", base + [("\u00dcbersicht.txt", b"x")])
finder = [
    (DESCRIPTOR, descriptor), ("__MACOSX/._" + DESCRIPTOR, b"\0\5\x16\7\0\2\0\0"), (MANIFEST, manifest),
    ("__MACOSX/META-INF/._MANIFEST.MF", b"\0\5\x16\7"), (".DS_Store", b"\0\0\0\1Bud1"),
    ("__MACOSX/._Worker.class", b"\0\5\x16\7"), ("__MACOSX/._library.jar", b"\0\5\x16\7"), ("._Worker.class", b"\0\5\x16\7"),
]
raw("macos-finder", finder, ["manifest.not-first"], folders=["META-INF/", "__MACOSX/", "__MACOSX/META-INF/"], flags=8,
    made_by=3, attributes=0o100644 << 16)
python("litter", base + [("Thumbs.db", b"x"), ("notes/.DS_Store", b"y"), (".gitkeep", b"")])
python("signed", base + [("META-INF/A.SF", b"Signature-Version: 1.0\r\n\r\n"), ("META-INF/A.RSA", b"x")])
python("package-beside", base + [("inner.sfm", b"PK")])
python("folders", [("META-INF/", b"")] + base + [("res/", b""), ("a/", b""), ("a/b/", b""), ("a/b/c.txt", b"x")])

# Descriptors.
text("bom", lambda text: b"\xef\xbb\xbf" + text)
text("crlf", lambda text: text.replace(b"\n", b"\r\n"))
text("without-last-line-break", lambda text: text.rstrip(b"\n"))
text("without-standalone", lambda text: text.replace(b' standalone="yes"', b""))
text("standalone-no", lambda text: text.replace(b'standalone="yes"', b'standalone="no"'))
text("without-declaration", lambda text: text.split(b"\n", 1)[1])
text("lower-case-encoding", lambda text: text.replace(b"UTF-8", b"utf-8"))
text("ascii", lambda text: text.decode().replace("UTF-8", "US-ASCII").encode("ascii", "xmlcharrefreplace"))
text("single-quotes", lambda text: text.replace(b'"1.0" encoding="UTF-8"', b"'1.0' encoding='UTF-8'"))
text("tabs", lambda text: text.replace(b"    ", b"\t"))
text("one-line", lambda text: b"".join(line.strip() for line in text.split(b"\n")))
text("instructions-and-comments", lambda text: text.replace(b"?>\n", b"?>\n<?pi hi?>\n<!-- c -->\n", 1) + b"<!-- end -->\n")
text("cdata", lambda text: text.replace(b"<description></description>", b"<description><![CDATA[<b>&]]></description>", 1))
text("expanded-empty", lambda text: text.replace(b"<resources/>", b"<resources></resources>"))
text("closed-empty", lambda text: text.replace(b"<descriptionURL></descriptionURL>", b"<descriptionURL/>"))
text("decimal-references", lambda text: text.replace(b"<description></description>", b"<description>&#228;&#13;</description>", 1))
text("comment-inside", lambda text: text.replace(b"<entryPoints>", b"<!-- <x> & -->\n    <entryPoints>", 1))
text("latin-1", lambda text: text.replace(b"UTF-8", b"ISO-8859-1"), ["descriptor.xml.malformed"], False)
text("doctype", lambda text: text.replace(b"<module ", b"<!DOCTYPE module>\n<module ", 1), ["descriptor.xml.malformed"], False)

# Manifests.
head("lf", lambda text: text.replace(b"\r\n", b"\n"))
head("cr", lambda text: text.replace(b"\r\n", b"\r"))
head("without-blank-line", lambda text: text.rstrip() + b"\r\n")
head("other-case", lambda text: text.replace(b"ObjectId", b"OBJECTID"))
head("sections", lambda text: text + b"Name: a.class\r\nSHA-256-Digest: x\r\n\r\n")
head("spec-version-4", lambda text: text.replace(b"SpecVersion: 5", b"SpecVersion: 4"))
head("more", lambda text: text.replace(b"ObjectId", b"Ant-Version: Apache Ant 1.10\r\nBuilt-By: me\r\nObjectId", 1))
head("reordered", lambda text: b"\r\n".join([text.split(b"\r\n")[0]] + text.split(b"\r\n")[1:-2][::-1]) + b"\r\n\r\n")
head("folded", lambda text: text.replace(b"StarfaceModule_SpecVersion: 5", b"StarfaceModule_SpecVersion: \r\n 5"))
head("bom", lambda text: b"\xef\xbb\xbf" + text, ["jar.manifest.syntax"])

# Mistakes.
python("empty", [], ["descriptor.missing", "manifest.missing"], False)
python("without-manifest", base[1:], ["manifest.missing"], False)
python("without-descriptor", base[:1], ["descriptor.missing"], False)
python("other-case", [base[0], ("Module-Descriptor.xml", descriptor)], ["descriptor.missing"], False)
python("manifest-in-other-case", [("meta-inf/manifest.mf", manifest), base[1]], ["manifest.missing"], False)
python("in-a-folder", [("mod/" + path, content) for path, content in base], ["descriptor.missing", "manifest.missing"], False)
python("package-in-a-zip", [("inner.sfm", b"PK")], ["descriptor.missing", "manifest.missing"], False)

print(json.dumps(expected))
