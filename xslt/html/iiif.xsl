<?xml version="1.0" encoding="UTF-8"?>
<!-- IIIF: images from a service, by the addresses of its Image API; nothing is asked of it
     while the edition is built. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:x-octavo:edition"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private">

  <!-- The address of the image at its service; nothing for an image that is a file.
       It is written bare, or with info.json, or with region, size, rotation and quality. -->
  <xsl:function name="f:image-service" as="xs:string?" visibility="public">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:variable name="plain" as="xs:string" select="iri-to-uri(normalize-space($url))"/>
    <xsl:variable name="request" as="xs:string"
        select="'/[^/]+/[^/]+/!?[0-9.]+/(default|native|color|gray|bitonal)[.][a-z0-9]+$'"/>
    <xsl:sequence select="
        if (not(matches($plain, '^https?://[^\s&lt;&gt;&#34;`{}|\\^]+$'))) then ()
        else if (ends-with($plain, '/info.json')) then substring-before($plain, '/info.json')
        else if (matches($plain, $request)) then replace($plain, $request, '')
        else $plain[contains(., '/iiif/')][not(matches(., '[.](jpe?g|png|gif|webp|svg|json)$', 'i'))]"/>
  </xsl:function>

  <!-- The image of a page in a given width. -->
  <xsl:function name="fp:scan-source" as="attribute()+">
    <xsl:param name="scan" as="node()"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:param name="sizes" as="xs:string"/>
    <xsl:variable name="url" as="xs:string" select="fp:url($scan)"/>
    <xsl:variable name="service" as="xs:string?" select="f:image-service($url)"/>
    <xsl:attribute name="src" select="
        if ($service) then $service || '/full/!' || $width || ',' || $width || '/0/default.jpg'
        else (f:known-image($url)/e:version[@width >= 900][1]/@href ! ($to-root || .), f:image($url))[1]"/>
    <xsl:sequence select="f:image-widths($url, $sizes)"/>
    <xsl:attribute name="loading" select="'eager'"/>
  </xsl:function>
  <xsl:function name="fp:small-scan" as="xs:string">
    <xsl:param name="scan" as="node()"/>
    <xsl:variable name="service" as="xs:string?" select="f:image-service(fp:url($scan))"/>
    <xsl:sequence select="
        if ($service) then $service || '/full/!320,320/0/default.jpg'
        else f:thumbnail(fp:url($scan))"/>
  </xsl:function>
  <xsl:function name="fp:full-size" as="xs:string">
    <xsl:param name="scan" as="node()"/>
    <xsl:variable name="service" as="xs:string?" select="f:image-service(fp:url($scan))"/>
    <xsl:sequence select="
        if ($service) then $service || '/full/max/0/default.jpg' else f:image(fp:url($scan))"/>
  </xsl:function>

  <!-- The manifest, where the source names one: at the facsimile, or as a number. -->
  <xsl:function name="fp:manifest-link" as="node()*">
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="named" as="xs:string*" select="
        $root//facsimile/(@facs, @sameAs, @corresp) ! string()[matches(., 'manifest')],
        $root//idno[matches(@type, 'iiif|manifest', 'i')] ! normalize-space()"/>
    <xsl:for-each select="$named[matches(., '^https?://\S+$')][1]">
      <xsl:text> · </xsl:text>
      <a href="{iri-to-uri(.)}">{f:label('iiif-manifest')}</a>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
