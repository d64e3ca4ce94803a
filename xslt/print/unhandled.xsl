<?xml version="1.0" encoding="UTF-8"?>
<!-- Unhandled: an element that no rule knows is shown with its words, and reported. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:x-octavo:diagnostics"
    xmlns:fp="urn:x-octavo:functions-private:print"
    xmlns:m="urn:x-octavo:modes">

  <xsl:template match="*" mode="m:print" as="xs:string*" priority="-9">
    <xsl:message>
      <d:diagnostic code="PRN001" severity="warning" path="{path(.)}"
          hint="its words are printed as they stand">no rule for printing {name()}</d:diagnostic>
    </xsl:message>
    <xsl:call-template name="fp:content"/>
  </xsl:template>
</xsl:stylesheet>
