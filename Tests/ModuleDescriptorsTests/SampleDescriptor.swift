/// A small descriptor with one of most things, in the appliance's own form.
enum SampleDescriptor {
  static let text = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <module lastChangedTime="2" moduleType="EXTENDED" createTime="1" id="m" name="Sample" specVersion="5" vendor="V" version="3">
        <description></description>
        <descriptionURL></descriptionURL>
        <disabled>false</disabled>
        <inputVars>
            <variable id="v1" name="GUI_ON" type="BOOLEAN" valueByReference="false" valueByReferenceAllowed="false" valueByValueAllowed="true" visible="true">
                <accessRights>Read</accessRights>
                <value>true</value>
            </variable>
        </inputVars>
        <outputVars/>
        <resources>
            <timer multiplikator="1" period="Minute" startTime="0" id="t1"/>
        </resources>
        <children>
            <function visibility="Private" createTime="1" id="f1" name="Main" specVersion="0" vendor="" version="0">
                <description></description>
                <descriptionURL></descriptionURL>
                <disabled>false</disabled>
                <inputVars/>
                <outputVars/>
                <resources/>
                <children>
                    <if2 createTime="1" id="s1" name="if" specVersion="0" vendor="" version="0">
                        <description></description>
                        <descriptionURL></descriptionURL>
                        <disabled>false</disabled>
                        <inputVars>
                            <expressedVariable name="condition" type="BOOLEAN" valueByReference="true" valueByReferenceAllowed="true" valueByValueAllowed="true" visible="false">
                                <value></value>
                                <nestedExpression>
    <evalExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="andExpression"/>
    <expressions>
        <isTrueExpression>
            <variables name="GUI_ON" type="OBJECT" valueByReference="true" valueByReferenceAllowed="true" valueByValueAllowed="true" visible="true">
                <value>v1</value>
            </variables>
        </isTrueExpression>
    </expressions>
                                </nestedExpression>
                            </expressedVariable>
                        </inputVars>
                        <outputVars/>
                        <resources/>
                        <children>
                            <functionCall createTime="1" id="s2" name="Call --&gt; Append" specVersion="0" vendor="" version="0">
                                <description></description>
                                <descriptionURL></descriptionURL>
                                <disabled>false</disabled>
                                <inputVars>
    <multipleValueVariable id="strings" label="Fragment" name="strings" type="STRING" valueByReference="false" valueByReferenceAllowed="true" valueByValueAllowed="true" visible="false">
        <description></description>
        <value></value>
        <values>
            <item>
                <value>a &amp; b</value>
                <byReference>false</byReference>
            </item>
        </values>
    </multipleValueVariable>
                                </inputVars>
                                <outputVars>
    <variable id="result" label="Result" name="result" type="STRING" valueByReference="false" valueByReferenceAllowed="true" valueByValueAllowed="false" visible="false">
        <description></description>
        <value></value>
    </variable>
                                </outputVars>
                                <resources/>
                                <target targetDomainId="starface.string" targetId="Append2" targetName="Append" targetVersion="0"/>
                            </functionCall>
                            <commentStatement createTime="1" id="s3" name="comment" specVersion="0" vendor="" version="0">
                                <description></description>
                                <descriptionURL></descriptionURL>
                                <disabled>true</disabled>
                                <inputVars/>
                                <outputVars/>
                                <resources/>
                                <comment>one&#xD;
    two</comment>
                            </commentStatement>
                        </children>
                    </if2>
                </children>
            </function>
        </children>
        <createdWith>STARFACE 7.3.0.5</createdWith>
        <defaultLocale>en</defaultLocale>
        <editable>true</editable>
        <entryPoints>
            <timerEntryPoint referencedTimer="t1" id="e1" name="Main">
                <functionReference targetDomainId="m" targetId="f1" targetName="Main" targetVersion="0"/>
            </timerEntryPoint>
        </entryPoints>
        <inputGUITabs createTime="1" id="g1" name="Tab" specVersion="0" vendor="" version="0">
            <description></description>
            <descriptionURL></descriptionURL>
            <disabled>false</disabled>
            <resourceKeys>
                <entries>
                    <key>de</key>
                </entries>
                <entries>
                    <key>en</key>
                    <value>Tab</value>
                </entries>
                <key>inputguitab.name{g1}</key>
                <propertyName>NAME</propertyName>
            </resourceKeys>
            <GUIDescriptors>
                <checkbox variableId="v1" createTime="1" id="g2" name="On" specVersion="0" vendor="" version="0">
                    <description></description>
                    <descriptionURL></descriptionURL>
                    <disabled>false</disabled>
                    <defaultValue></defaultValue>
                </checkbox>
            </GUIDescriptors>
        </inputGUITabs>
        <noLicenseId>0</noLicenseId>
        <shortDescription></shortDescription>
        <writeHash/>
    </module>

    """

  static let bytes = Array(text.utf8)

  /// The sample with its first `old` replaced.
  static func replacing(_ old: String, _ new: String) -> [UInt8] {
    guard let range = text.firstRange(of: old) else { return [] }
    var changed = text
    changed.replaceSubrange(range, with: new)
    return Array(changed.utf8)
  }
}
