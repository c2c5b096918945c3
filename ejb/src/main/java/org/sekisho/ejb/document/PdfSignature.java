package org.sekisho.ejb.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.sekisho.domain.vault.DocumentKey;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.pack.PackTimeStamper;

/**
 * Puts the portal's signature into a PDF: a PAdES baseline signature (ETSI EN 319 142-1), level B-B, and B-T where a time-stamping authority is
 * asked. Java's own providers do the cryptography; none is registered.
 */
public final class PdfSignature {

    private static final String ALGORITHM = "SHA256withECDSA";
    /** Bytes kept free in the file: the signature with its certificate takes about 1,000. */
    private static final int ROOM = 4 * 1024;
    /** A time-stamp brings certificates of its own. PDF/A-2 knows no longer string than 32,767 bytes (ISO 19005-2, 6.1.13). */
    private static final int ROOM_WITH_TIME = 24 * 1024;

    private PdfSignature() {}

    /**
     * Writes the signed document: what was there as it was, and the signature behind it.
     *
     * @param at when the document says it was signed (entry M)
     * @param reason for readers
     * @param stamper confirms the time, where there is one
     * @param out gets the PDF; not closed
     * @throws IOException also where the time-stamping authority doesn't answer, or with more than there is room for
     */
    public static void sign(
            byte[] pdf, DocumentKey key, Instant at, String reason, Optional<PackTimeStamper> stamper, OutputStream out)
            throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(key.certificate().getSubjectX500Principal().getName());
            signature.setReason(reason);
            signature.setSignDate(calendar(at));
            options.setPreferredSignatureSize(stamper.isPresent() ? ROOM_WITH_TIME : ROOM);
            document.setDocumentId(at.toEpochMilli());
            document.addSignature(signature, signed -> cms(signed.readAllBytes(), key, stamper), options);
            document.saveIncremental(out);
        }
    }

    private static Calendar calendar(Instant at) {
        Calendar calendar = GregorianCalendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }

    /** A detached CAdES signature (ETSI EN 319 122-1). It names no time of its own: PAdES has that in the dictionary. */
    private static byte[] cms(byte[] signed, DocumentKey key, Optional<PackTimeStamper> stamper) throws IOException {
        try {
            byte[] certificate = key.certificate().getEncoded();
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            JcaSignerInfoGeneratorBuilder builder = new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(signedAttributes(certificate));
            stamper.ifPresent(authority -> builder.setUnsignedAttributeGenerator(time(authority)));
            generator.addSignerInfoGenerator(
                    builder.build(new JcaContentSignerBuilder(ALGORITHM).build(key.secret()), key.certificate()));
            generator.addCertificate(new JcaX509CertificateHolder(key.certificate()));
            return generator
                    .generate(new CMSProcessableByteArray(signed), false)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (UncheckedIOException unstamped) {
            throw unstamped.getCause();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException("The document can't be signed", e);
        }
    }

    private static CMSAttributeTableGenerator signedAttributes(byte[] certificate) {
        Attribute signer = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(Sha256.digest(certificate)))));
        CMSAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(new AttributeTable(signer));
        return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }

    /** The token stands over the value of the signature (ETSI EN 319 122-1, 5.3). */
    private static CMSAttributeTableGenerator time(PackTimeStamper authority) {
        return parameters -> {
            byte[] value = (byte[]) Objects.requireNonNull(parameters.get(CMSAttributeTableGenerator.SIGNATURE));
            try {
                return new AttributeTable(new Attribute(
                        PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                        new DERSet(new TimeStampResponse(authority.stamp(value))
                                .getTimeStampToken()
                                .toCMSSignedData()
                                .toASN1Structure())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (TSPException e) {
                throw new UncheckedIOException(new IOException("The time-stamping authority's answer isn't one", e));
            }
        };
    }
}
