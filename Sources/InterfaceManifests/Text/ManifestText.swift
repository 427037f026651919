/// The text form of a manifest: its grammar's words and the values that stand in a line.
///
/// ```
/// sfm-manifest 1
/// platform starface
/// version 7.3.0.5
/// java 8
/// coverage observed
/// scope public
/// source packages made with STARFACE 7.3.0.5 that are known to work
/// package java/util
/// package jdk/incubator/vector unresolved
/// package sun/util/locale concealed
/// class java/util/AbstractList public abstract extends java/util/AbstractCollection implements java/util/List
///   field modCount I protected transient
///   method add (ILjava/lang/Object;)V public
/// ```
///
/// Words are separated by one space; a character that would break a word (space, control character, `\`) is written
/// `\u{hex}`. Lists are separated by commas.
enum ManifestText {
  static let magic = "sfm-manifest"
  static let format = 1
}
