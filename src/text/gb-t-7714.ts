/**
 * A CSL style for one kind of source: an electronic resource, [EB/OL], as GB/T 7714—2015, 4.6 and 8.8, orders its parts. No package
 * of the registry brings the standard's style without two thousand others.
 */
export const gbt7714 = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>GB/T 7714—2015 [EB/OL]</title><id>gb-t-7714</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography>
    <layout suffix=".">
      <group delimiter=". ">
        <names variable="author"><name/></names>
        <text variable="title" suffix="[EB/OL]"/>
        <group>
          <text variable="publisher" suffix=", "/>
          <date variable="original-date"><date-part name="year"/></date>
          <date variable="issued" prefix="(" suffix=")" delimiter="-">
            <date-part name="year"/><date-part name="month" form="numeric-leading-zeros"/><date-part name="day" form="numeric-leading-zeros"/>
          </date>
          <date variable="accessed" prefix="[" suffix="]" delimiter="-">
            <date-part name="year"/><date-part name="month" form="numeric-leading-zeros"/><date-part name="day" form="numeric-leading-zeros"/>
          </date>
        </group>
        <text variable="URL"/>
      </group>
    </layout>
  </bibliography>
</style>`;
